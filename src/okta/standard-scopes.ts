/** Scopes of OpenID Connect other than `openid`: OpenID Connect Core 1.0 §5.4 and §11. */
export const openIdScopes: ReadonlySet<string> = new Set([
  "profile",
  "email",
  "address",
  "phone",
  "offline_access",
]);

/**
 * Scopes of a new custom server, which has no `groups`.
 * @see okta/terraform-provider-okta: recorded scopes of `default`; okta/okta-developer-docs#3310
 */
export const freshCustomServerScopes: ReadonlySet<string> = new Set([
  ...openIdScopes,
  "openid",
  "device_sso",
]);

/** Scopes of every org server, from the metadata's `scopes_supported`. */
const orgServerScopes: ReadonlySet<string> = new Set([...freshCustomServerScopes, "groups"]);

export function isCustomScope(scope: string): boolean {
  return !orgServerScopes.has(scope) && !isApiScope(scope);
}

/** A scope of Okta's own API, which an admin grants to each app. */
export function isApiScope(scope: string): boolean {
  return scope.startsWith("okta.");
}
