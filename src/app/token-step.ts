import type { TokenRequest } from "../oidc/token-request.ts";
import { tokenEndpointOf } from "../okta/authorization-server.ts";
import type { Run, TokenRequestState } from "./run.ts";

export type TokenStep =
  | { kind: "sending"; tokenEndpoint: string | undefined }
  | {
      kind: "waiting";
      reason: "not_started" | "interrupted" | "foreign_endpoint";
      tokenEndpoint: string | undefined;
    }
  | { kind: "impossible"; reason: "check_failed" | "no_verifier" | "code_expired" }
  | ({
      kind: "sent";
      /** Between the code's arrival and the token request. */
      codeAgeSeconds: number;
    } & Omit<Extract<TokenRequestState, { status: "sent" }>, "status">);

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

/** How long Okta accepts a code. @see Okta: OpenID Connect & OAuth 2.0 API, response properties of /authorize */
export const codeLifetimeSeconds = 300;

/** @returns `undefined` without a code. */
export function findTokenStep(
  { receivedAtSeconds, tokenRequest }: Run,
  nowSeconds: number,
): TokenStep | undefined {
  if (!tokenRequest) return undefined;
  switch (tokenRequest.status) {
    case "sent": {
      const { status, ...sent } = tokenRequest;
      const codeAgeSeconds = Math.max(0, sent.sentAtSeconds - receivedAtSeconds);
      return { kind: "sent", codeAgeSeconds, ...sent };
    }
    case "sending":
      return { kind: "sending", tokenEndpoint: tokenRequest.tokenEndpoint };
    case "unsent": {
      const { reason, tokenEndpoint } = tokenRequest;
      if (reason === "check_failed" || reason === "no_verifier") {
        return { kind: "impossible", reason };
      }
      return nowSeconds - receivedAtSeconds > codeLifetimeSeconds
        ? { kind: "impossible", reason: "code_expired" }
        : { kind: "waiting", reason, tokenEndpoint };
    }
    default:
      return tokenRequest satisfies never;
  }
}
