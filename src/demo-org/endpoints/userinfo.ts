import * as v from "valibot";
import { readParameters } from "../authorize/parameters.ts";
import { ClaimEvaluationError, describeClaimProblem } from "../claims/claim-evaluation-error.ts";
import type { ClaimsContext, TokenFlow } from "../claims/claims-context.ts";
import { evaluateClaims } from "../claims/evaluate-claims.ts";
import { isAccessTokenRevoked } from "../grants/revocations.ts";
import type { Application } from "../model/application.ts";
import { listClaims } from "../model/authorization-server.ts";
import { findActiveUser, findApplication, findAppUser, listGroups } from "../model/directory.ts";
import type { ServerRequest } from "../server-request.ts";
import { readSignedPayload } from "../tokens/verify-token.ts";

/** What of an access token this endpoint goes by. An ID token has no `scp`, and is taken for none. */
const accessTokenSchema = v.object({
  iss: v.string(),
  aud: v.string(),
  exp: v.number(),
  jti: v.string(),
  cid: v.string(),
  uid: v.string(),
  scp: v.array(v.string()),
});

/**
 * Why there is no answer. The sentences are Okta's. Unverified: that the body repeats the header, chosen because nothing
 * says what it holds; and that the header holds no more, such as `realm` and `resource`, of which no sample shows how.
 *
 * @see RFC 6750 §3; Okta: OpenID Connect & OAuth 2.0 API, "/userinfo"
 */
const problems = {
  missing: { status: 401, error: "invalid_request", description: "The access token is missing." },
  invalid: { status: 401, error: "invalid_token", description: "The access token is invalid" },
  insufficient: {
    status: 403,
    error: "insufficient_scope",
    description:
      "The access token must provide access to at least one of these scopes - profile, email, address or phone",
  },
} as const;

type Problem = (typeof problems)[keyof typeof problems];

/**
 * Answers with every claim that the access token's scopes allow, those that a thin ID token left out included.
 *
 * @see OpenID Connect Core 1.0 §5.3
 */
export async function answerUserInfo(request: ServerRequest): Promise<Response> {
  const { c, server } = request;
  const token = await readAccessToken(request);
  if (token === undefined) return sendProblem(request, problems.missing);
  const claims = await readAccessTokenClaims(request, token);
  const context = claims && findContext(request, claims);
  if (!context) return sendProblem(request, problems.invalid);
  if (!context.scopes.has("openid")) return sendProblem(request, problems.insufficient);

  c.header("Cache-Control", "no-store");
  try {
    const selection = { serverKind: server.kind, claimType: "IDENTITY", isThin: false } as const;
    const evaluated = evaluateClaims(listClaims(server, context.application), selection, context);
    const members = evaluated.map(({ name, value }) => [name, value] as const);
    return c.json(Object.fromEntries([["sub", context.user.id], ...members]));
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    // Status 400 is the catalogue's for too many groups; that it is this endpoint's as well is unverified.
    const description = describeClaimProblem(cause.problem);
    return c.json({ error: "server_error", error_description: description }, 400);
  }
}

/** From the header, or from the form of a POST. @see RFC 6750 §2.1 and §2.2 */
async function readAccessToken({ c }: ServerRequest): Promise<string | undefined> {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  if (bearer !== undefined || c.req.method !== "POST") return bearer;
  const isForm = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  return isForm ? readParameters(await c.req.text()).get("access_token") : undefined;
}

async function readAccessTokenClaims({ org, server }: ServerRequest, token: string) {
  const payload = await readSignedPayload(token, await org.readSigningKeys());
  const claims = v.safeParse(accessTokenSchema, payload);
  if (!claims.success) return undefined;
  const { iss, aud, exp, jti } = claims.output;
  const isForThisServer = iss === server.issuer && aud === server.audience;
  if (!isForThisServer || exp <= org.clock() / 1000) return undefined;
  return (await isAccessTokenRevoked(org, jti)) ? undefined : claims.output;
}

/** Whom the token is about; undefined where they or the app are no longer there, or no longer belong together. */
function findContext(
  { configuration }: ServerRequest,
  { cid, uid, scp }: v.InferOutput<typeof accessTokenSchema>,
): ClaimsContext | undefined {
  const user = findActiveUser(configuration, uid);
  const application = findApplication(configuration, cid);
  const appUser = user && application && findAppUser(configuration, application, user);
  if (!user || !application || !appUser) return undefined;
  const groups = listGroups(configuration, user.id);
  return {
    user,
    appUser,
    application,
    groups,
    scopes: new Set(scp),
    flow: guessFlow(application),
    amr: [],
  };
}

/**
 * An access token does not say how it was asked for. One that may have been exchanged for a code is taken for such
 * (unverified; chosen because then nothing is refused here that the ID token held).
 */
function guessFlow({ settings }: Application): TokenFlow {
  return settings.oauthClient.grant_types.includes("authorization_code") ? "code" : "implicit";
}

function sendProblem({ c }: ServerRequest, { status, error, description }: Problem): Response {
  c.header("WWW-Authenticate", `Bearer error="${error}", error_description="${description}"`);
  c.header("Cache-Control", "no-store");
  if (status === 403) c.header("Expires", "0");
  return c.json({ error, error_description: description }, status);
}
