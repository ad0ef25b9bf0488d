import * as v from "valibot";
import { findActiveUser, findApplication, findAppUser, listGroups } from "../../model/directory.ts";
import {
  ClaimEvaluationError,
  describeClaimProblem,
} from "../../rules/claims/claim-evaluation-error.ts";
import type { ClaimsContext, TokenFlow } from "../../rules/claims/claims-context.ts";
import { evaluateClaims } from "../../rules/claims/evaluate-claims.ts";
import { isFromCode, isTokenRevoked } from "../../rules/grants/revocations.ts";
import { parseParameters } from "../../rules/parameters.ts";
import { verifyPayload } from "../../rules/tokens/verify-token.ts";
import type { ServerRequest } from "../state/server-request.ts";

/** Requires `scp`, so that ID tokens are refused. */
const accessTokenSchema = v.object({
  iss: v.string(),
  aud: v.string(),
  exp: v.number(),
  jti: v.string(),
  cid: v.string(),
  uid: v.exactOptional(v.string()),
  scp: v.array(v.string()),
});

/** Includes claims that a thin ID token leaves out. @see OpenID Connect Core 1.0 §5.3 */
export async function handleUserInfo(request: ServerRequest): Promise<Response> {
  const { c, server } = request;
  const token = await findAccessToken(request);
  if (typeof token !== "string") return sendBearerProblem(request, token);
  const read = await verifyAccessToken(request, token);
  if ("error" in read) return sendBearerProblem(request, read);
  if (!read.scp.includes("openid")) return sendBearerProblem(request, bearerProblems.insufficient);
  const flow = (await isFromCode(request.org, read.jti)) ? "code" : "implicit";
  const context = findContext(request, read, flow);
  if (!context) return sendBearerProblem(request, bearerProblems.invalid);

  c.header("Cache-Control", "no-store");
  try {
    const evaluated = evaluateClaims(server, { claimType: "IDENTITY", isThin: false }, context);
    const members = evaluated.map(({ name, value }) => [name, value] as const);
    return c.json(Object.fromEntries([["sub", context.user.id], ...members]));
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    // Unverified: the status. Okta's error catalogue has 400 for too many groups, but not for this endpoint.
    const description = describeClaimProblem(cause.problem);
    return c.json({ error: "server_error", error_description: description }, 400);
  }
}

/** @see RFC 6750 §2.1 (header) and §2.2 (form of a POST) */
async function findAccessToken({ c }: ServerRequest): Promise<string | BearerProblem> {
  if (c.req.query("access_token") !== undefined) return bearerProblems.inQuery;
  const inHeader = /^Bearer +(\S+) *$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  const isForm =
    c.req.method === "POST" &&
    c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const inForm = isForm ? parseParameters(await c.req.text()).get("access_token") : undefined;
  if (inHeader !== undefined && inForm !== undefined) return bearerProblems.twice;
  return inHeader ?? inForm ?? bearerProblems.missing;
}

async function verifyAccessToken(
  { org, server }: ServerRequest,
  token: string,
): Promise<v.InferOutput<typeof accessTokenSchema> | BearerProblem> {
  const payload = await verifyPayload(token, await org.loadSigningKeys());
  const claims = v.safeParse(accessTokenSchema, payload);
  if (!claims.success) return bearerProblems.invalid;
  const { iss, aud, exp, jti } = claims.output;
  if (iss !== server.issuer) return bearerProblems.anotherIssuer;
  if (aud !== server.audience) return bearerProblems.invalid;
  if (exp <= org.clock() / 1000) return bearerProblems.expired;
  return (await isTokenRevoked(org, jti)) ? bearerProblems.revoked : claims.output;
}

function findContext(
  { configuration }: ServerRequest,
  { cid, uid, scp }: v.InferOutput<typeof accessTokenSchema>,
  flow: TokenFlow,
): ClaimsContext | undefined {
  const user = uid === undefined ? undefined : findActiveUser(configuration, uid);
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
    flow,
    amr: [],
  };
}

/**
 * For a missing scope, Okta's API reference has another description than its error catalogue and a support article.
 * @see RFC 6750 §3.1; Okta error catalogue: access_token_missing and its neighbours; Okta support: Insufficient Scope
 * Error
 */
const bearerProblems = {
  missing: problem(401, "invalid_request", "The access token is missing."),
  inQuery: problem(
    400,
    "invalid_request",
    "The access token cannot be presented in a query string.",
  ),
  twice: problem(
    400,
    "invalid_request",
    "The access token cannot be specified in both the Authorization header and the request-body.",
  ),
  invalid: problem(401, "invalid_token", "The access token is invalid"),
  anotherIssuer: problem(401, "invalid_token", "The access token provided has an invalid issuer."),
  expired: problem(401, "invalid_token", "The token has expired."),
  revoked: problem(401, "invalid_token", "The access token has been revoked."),
  insufficient: problem(
    403,
    "insufficient_scope",
    "The access token provided does not contain the required scopes.",
  ),
};

type BearerProblem = ReturnType<typeof problem>;

function problem(status: 400 | 401 | 403, error: string, description: string) {
  return { status, error, description };
}

/** Unverified for custom servers: `realm` and `resource`. @see RFC 6750 §3; panva/openid-client#102 on GitHub */
function sendBearerProblem(
  { c, org, server }: ServerRequest,
  { status, error, description }: BearerProblem,
): Response {
  const challenge = Object.entries({
    authorization_uri: `${server.endpoints}/v1/authorize`,
    realm: server.issuer,
    scope: "openid",
    error,
    error_description: description,
    resource: c.req.path.slice(org.basePath.length),
  }).map(([name, value]) => `${name}="${value}"`);
  c.header("WWW-Authenticate", `Bearer ${challenge.join(", ")}`);
  c.header("Cache-Control", "no-store");
  if (status === 403) c.header("Expires", "0");
  return c.body(null, status);
}
