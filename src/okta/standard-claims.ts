/**
 * The claims of each scope. A token has those that have a value in the user's profile.
 *
 * @see OpenID Connect Core 1.0 §5.4; Okta's OAuth 2.0 reference, scopes
 */
const claimsByScope = new Map<string, readonly string[]>([
  [
    "profile",
    [
      "name",
      "preferred_username",
      "nickname",
      "given_name",
      "middle_name",
      "family_name",
      "profile",
      "zoneinfo",
      "locale",
      "updated_at",
      "picture",
      "website",
      "gender",
      "birthdate",
    ],
  ],
  ["email", ["email", "email_verified"]],
  ["phone", ["phone_number"]],
  ["address", ["address"]],
]);

/**
 * The claims of scopes that a thin ID token keeps. Okta's groups guide says none; Okta's reference, and the default
 * claims of a new custom server, say these three.
 */
export const keptInThinTokens: ReadonlySet<string> = new Set([
  "name",
  "preferred_username",
  "email",
]);

/** Claims of every ID token, whatever the scopes. */
export const idTokenBaseClaims: readonly string[] = [
  "sub",
  "ver",
  "iss",
  "aud",
  "iat",
  "exp",
  "jti",
  "amr",
  "idp",
  "nonce",
  "auth_time",
];

/** Claims of every access token with a user. A custom server's also has `auth_time`. */
export const accessTokenBaseClaims: readonly string[] = [
  "ver",
  "jti",
  "iss",
  "aud",
  "iat",
  "exp",
  "cid",
  "uid",
  "scp",
  "sub",
];

/** Claims of a token or of UserInfo that don't depend on the scopes. */
export const baseClaims: ReadonlySet<string> = new Set([
  ...idTokenBaseClaims,
  ...accessTokenBaseClaims,
  "at_hash",
  "c_hash",
]);

/** Claims of a fat ID token, and of UserInfo, for these scopes. */
export function fatClaimsOf(scopes: readonly string[]): readonly string[] {
  return scopes.flatMap((scope) => claimsByScope.get(scope) ?? []);
}

/** Claims of a thin ID token for these scopes. */
export function thinClaimsOf(scopes: readonly string[]): readonly string[] {
  return fatClaimsOf(scopes).filter((name) => keptInThinTokens.has(name));
}

/** Claims of scopes that a thin ID token leaves out. */
export const fatOnlyClaims: readonly string[] = fatClaimsOf([...claimsByScope.keys()]).filter(
  (name) => !keptInThinTokens.has(name),
);
