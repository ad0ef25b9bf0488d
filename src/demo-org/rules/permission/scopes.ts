import type { AuthorizationServer } from "../../model/authorization-server.ts";
import { apiScopes, myAccountScopes } from "../../model/okta-scopes.ts";
import { isSystemScope } from "../../model/system-scopes.ts";
import { refusals, refuse } from "./refusal.ts";

const maximumLength = 1024;

/**
 * Unverified: that the org server leaves out scopes of Okta's own API if it grants other scopes; and which error is
 * returned if several apply.
 * @see Okta error catalogue: no_matching_scope, illegal_custom_scope, openid_scope_required, no_org_scopes_granted;
 * RFC 6749 §3.3; Okta: Implement OAuth for Okta, "Define allowed scopes"
 */
export function grantScopes(
  requested: string | undefined,
  server: AuthorizationServer,
  responseTypes: ReadonlySet<string>,
) {
  if (requested !== undefined && requested.length > maximumLength)
    return refuse(refusals.invalid_scope);

  const ungranted = new Set(server.kind === "org" ? [...apiScopes, ...myAccountScopes] : []);
  const known = new Set([...server.scopes.map(({ name }) => name), ...ungranted]);
  const scopes = [
    ...new Set(requested === undefined ? listDefaults(server) : requested.split(" ")),
  ].filter((scope) => scope !== "");
  if (scopes.some((scope) => !known.has(scope)))
    return refuse(
      server.kind === "org" ? refusals.illegal_custom_scope : refusals.no_matching_scope,
    );

  if (scopes.length === 0) return refuse(refusals.no_default_scopes);
  const needsOpenid = responseTypes.has("id_token") || scopes.some((it) => isOpenid(it, server));
  if (needsOpenid && !scopes.includes("openid")) return refuse(refusals.openid_scope_required);
  const allowed = scopes.filter((scope) => !ungranted.has(scope));
  if (allowed.length === 0) return refuse(refusals.noOrgScopesGranted);
  const isOffline = responseTypes.has("code");
  const granted = allowed.filter(
    (scope) => scope !== "device_sso" && (isOffline || scope !== "offline_access"),
  );
  return { kind: "granted", scopes: granted } as const;
}

function listDefaults({ scopes }: AuthorizationServer): readonly string[] {
  return scopes.filter((scope) => scope.default).map(({ name }) => name);
}

/** These scopes are granted only together with `openid`. */
function isOpenid(scope: string, { kind }: AuthorizationServer): boolean {
  return isSystemScope(scope) || (kind === "org" && scope === "groups");
}
