import { usesCode } from "../../oidc/authorization-request.ts";
import type { RequestToPredict } from "../request-to-predict.ts";

export type RequestOfApp = RequestToPredict & { clientId: string; redirectUri?: string };

/**
 * The requested scopes that can have an effect.
 *
 * Unverified: that policies and claims disregard `device_sso`. The demo org never grants it.
 *
 * @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" (`offline_access` is ignored without a code)
 */
export function findEffectiveScopes({ scopes, responseType }: RequestToPredict): readonly string[] {
  return scopes.filter(
    (scope) => scope !== "device_sso" && (usesCode(responseType) || scope !== "offline_access"),
  );
}
