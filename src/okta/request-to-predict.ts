import { findRedirectTokens, type ResponseType, usesCode } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";

export type RequestToPredict = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** `scopes_supported` of the server's metadata, if it is known. */
  serverScopes?: readonly string[];
  /** Set to leave out warnings about settings that an org may lack. */
  isSetUpKnown?: boolean;
};

type Flow = Pick<RequestToPredict, "responseType">;
type Scopes = Pick<RequestToPredict, "scopes">;

/** Whether a request returns an ID token, either in the redirect or, with `openid`, in exchange for the code. */
export function requestsIdToken<Request extends Flow & Scopes>(
  request: Request,
): request is Request & { responseType: Exclude<ResponseType, "token"> } {
  const { responseType, scopes } = request;
  return (
    findRedirectTokens(responseType).idToken ||
    (usesCode(responseType) && scopes.includes("openid"))
  );
}

export type RequestOfApp = RequestToPredict & { clientId: string; redirectUri?: string };

/**
 * Removes scopes without effect. Unverified: that policies and claims ignore `device_sso`.
 * @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes"
 */
export function findEffectiveScopes({ scopes, responseType }: Flow & Scopes): readonly string[] {
  return scopes.filter(
    (scope) => scope !== "device_sso" && (usesCode(responseType) || scope !== "offline_access"),
  );
}
