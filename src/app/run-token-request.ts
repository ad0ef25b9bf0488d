import type { TokenRequest } from "../oidc/token-request.ts";
import { tokenEndpointOf } from "../okta/authorization-server.ts";
import type { Run } from "./run.ts";

/** The token request of a run, for display. After the exchange its verifier is a placeholder. */
export function findTokenRequest(
  { request, response, tokenRequest }: Run,
  redirectUri: string,
): TokenRequest | undefined {
  const code = response.kind === "success" ? response.code : undefined;
  if (!request || code === undefined || !tokenRequest) return undefined;
  const { orgUrl, server, clientId } = request;
  const tokenEndpoint = tokenRequest.tokenEndpoint ?? tokenEndpointOf(orgUrl, server);
  const codeVerifier = tokenRequest.status === "sent" ? undefined : tokenRequest.codeVerifier;
  return {
    tokenEndpoint,
    clientId,
    redirectUri,
    code,
    codeVerifier: codeVerifier ?? "{code_verifier}",
  };
}

/** Shown until the token endpoint has responded. */
export const exchangingTitle = "Exchanging the code for tokens…";

/** How long Okta accepts a code. @see Okta: OpenID Connect & OAuth 2.0 API, response properties of /authorize */
export const codeLifetimeSeconds = 300;
