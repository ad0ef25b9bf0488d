import { usesCode } from "../../oidc/authorization-request.ts";
import type { RequestToPredict } from "../request-to-predict.ts";

export type RequestOfApp = RequestToPredict & { clientId: string; redirectUri?: string };

/** Unverified: that policies and claims disregard `device_sso`. @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes" */
export function findEffectiveScopes({ scopes, responseType }: RequestToPredict): readonly string[] {
  return scopes.filter(
    (scope) => scope !== "device_sso" && (usesCode(responseType) || scope !== "offline_access"),
  );
}
