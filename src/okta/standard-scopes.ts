/** Scopes of OpenID Connect, besides `openid`: OpenID Connect Core 1.0 §5.4 and §11. */
export const openIdScopes: ReadonlySet<string> = new Set([
  "profile",
  "email",
  "address",
  "phone",
  "offline_access",
]);

/** Without `groups`. @see okta/terraform-provider-okta: recorded scopes of `default`; okta/okta-developer-docs#3310 */
export const freshCustomServerScopes: ReadonlySet<string> = new Set([
  ...openIdScopes,
  "openid",
  "device_sso",
]);

/** Scopes of every org server: `scopes_supported` of its metadata. */
const orgServerScopes: ReadonlySet<string> = new Set([...freshCustomServerScopes, "groups"]);

export function isCustomScope(scope: string): boolean {
  return !orgServerScopes.has(scope) && !isApiScope(scope);
}

/** A scope of Okta's own API, which an admin grants to each app. */
export function isApiScope(scope: string): boolean {
  return scope.startsWith("okta.");
}
