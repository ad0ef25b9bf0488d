import type { TokenRequest } from "../../../oidc/token-request.ts";
import { tokenEndpointOf } from "../../../okta/authorization-server.ts";
import type { Run } from "../../run.ts";

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
