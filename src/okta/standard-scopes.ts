/** Scopes that OpenID Connect defines beside `openid`: OpenID Connect Core 1.0 §5.4 and §11. */
export const openIdScopes: ReadonlySet<string> = new Set([
  "profile",
  "email",
  "address",
  "phone",
  "offline_access",
]);

/**
 * Scopes of a custom authorization server to which no admin has added any. `groups` is not among them.
 *
 * @see Okta: OpenID Connect & OAuth 2.0 API, "Scopes"
 */
export const freshCustomServerScopes: ReadonlySet<string> = new Set([
  ...openIdScopes,
  "openid",
  "device_sso",
]);

/** Scopes of every org authorization server: `scopes_supported` of its metadata. */
export const orgServerScopes: ReadonlySet<string> = new Set([...freshCustomServerScopes, "groups"]);
