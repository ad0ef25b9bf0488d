import { decodeJwt, decodeProtectedHeader } from "jose";
import * as v from "valibot";
import { findApplication } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { createRandomId } from "../../random-id.ts";
import { parseAuthorizationRequest } from "../../rules/authorize/authorization-request.ts";
import { issueForRequest } from "../../rules/authorize/issue-for-request.ts";
import { listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { exchangeGrant } from "../../rules/grants/exchange-grant.ts";
import { tokenRefusals } from "../../rules/grants/token-refusal.ts";
import { issueForGrant, recheckGrant } from "../../rules/grants/token-response.ts";
import { type Parameters, parseParameters } from "../../rules/parameters.ts";
import type { Refusal } from "../../rules/permission/refusal.ts";
import { listMethods } from "../../rules/sign-in/credentials.ts";
import type { ServerRequest } from "../state/server-request.ts";

/**
 * Runs the same code as real requests, but stores and logs nothing. Okta's own preview may show more than an app gets.
 * @see Okta: Customize tokens returned from Okta, "Token Preview"; okta/okta-spring-boot#54 on GitHub
 */
export async function previewClientTokens(
  request: ServerRequest,
  { clientId, scopes }: Extract<PreviewQuestion, { grantType: "client_credentials" }>,
) {
  const application = findApplication(request.configuration, clientId);
  if (!application) return refuse(tokenRefusals.invalid_client_id);
  const form = buildParameters({ grant_type: "client_credentials", scope: scopes.join(" ") });
  const outcome = await exchangeGrant({ ...request, origin: undefined }, application, form);
  return outcome.kind === "refused"
    ? refuse(outcome.refusal)
    : show(undefined, outcome.response.access_token);
}

/** If a hybrid response type returns a token twice, shows the token from the authorization endpoint. */
export async function previewSignInTokens(
  request: ServerRequest,
  question: SignInQuestion,
  user: User,
) {
  const parsed = parseAuthorizationRequest(describeRequest(request, question), request);
  if (parsed.kind !== "request") return refuse(parsed.refusal);
  const authRequest = parsed.request;
  const amr = [...listMethods(authRequest.needsSecondFactor)];
  const session = { authTime: Math.floor(request.org.clock() / 1000), amr };
  const first = await issueForRequest(request, { authRequest, user, session });
  if (first.kind === "refused") return refuse(first.refusal);
  const { idToken, accessToken, code } = first.tokens;
  if (code === undefined) return show(idToken, accessToken?.token);

  const { application, scopes, nonce } = authRequest;
  const grant = { ...session, userId: user.id, scopes: [...scopes], nonce };
  const again = recheckGrant(request, application, grant, "authorization_code");
  if (again.kind === "refused") return refuse(again.refusal);
  const second = await issueForGrant(request, again.grantee, grant);
  if (second.kind === "refused") return refuse(second.refusal);
  const { tokens } = second;
  return show(idToken ?? tokens.idToken, accessToken?.token ?? tokens.accessToken?.token);
}

function describeRequest(
  { org, configuration }: ServerRequest,
  { clientId, responseType, scopes }: SignInQuestion,
): Parameters {
  const application = findApplication(configuration, clientId);
  const [redirectUri = ""] = application ? listRedirectUris(application, org) : [];
  return buildParameters({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: responseType,
    scope: scopes.join(" "),
    state: "token-preview",
    nonce: "token-preview",
    ...(responseType.includes("code") && {
      code_challenge: createRandomId(),
      code_challenge_method: "S256",
    }),
  });
}

function buildParameters(values: Readonly<Record<string, string>>): Parameters {
  return parseParameters(new URLSearchParams(values).toString());
}

function show(idToken: string | undefined, accessToken: string | undefined) {
  return { kind: "tokens", idToken: decode(idToken), accessToken: decode(accessToken) };
}

function decode(token: string | undefined) {
  if (token === undefined) return null;
  return { header: { ...decodeProtectedHeader(token) }, payload: decodeJwt(token) };
}

function refuse({ error, description, reason }: Refusal) {
  return { kind: "refused", error, errorDescription: description, reason };
}

const common = {
  serverId: v.nullable(v.string()),
  clientId: v.string(),
  scopes: v.array(v.pipe(v.string(), v.regex(/^\S+$/, "A scope can't be empty or contain spaces"))),
};

export const previewSchema = v.variant("grantType", [
  v.object({
    ...common,
    grantType: v.literal("implicit"),
    responseType: v.picklist(["id_token", "token", "id_token token"]),
    userId: v.string(),
  }),
  v.object({
    ...common,
    grantType: v.literal("authorization_code"),
    responseType: v.optional(
      v.picklist(["code", "code id_token", "code token", "code id_token token"]),
      "code",
    ),
    userId: v.string(),
  }),
  v.object({ ...common, grantType: v.literal("client_credentials") }),
]);

type PreviewQuestion = v.InferOutput<typeof previewSchema>;
type SignInQuestion = Exclude<PreviewQuestion, { grantType: "client_credentials" }>;
