/**
 * The claims that each scope brings, where the person's profile has a value.
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
 * What a thin token keeps of these. Okta's guide says that it keeps nothing; the claims of a new custom
 * authorization server, where these three are set to be always included, and Okta's reference say otherwise.
 */
const keptInThinTokens = new Set(["name", "preferred_username", "email"]);

/** Claims of every ID token of Okta's, whatever the scopes. */
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

/** Claims of every access token that a person signed in for. `auth_time` is in those of custom servers. */
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

/** Claims that a fat ID token, or UserInfo, has for these scopes. */
export function fatClaimsOf(scopes: readonly string[]): readonly string[] {
  return scopes.flatMap((scope) => claimsByScope.get(scope) ?? []);
}

/** Claims that a thin ID token has for these scopes. */
export function thinClaimsOf(scopes: readonly string[]): readonly string[] {
  return fatClaimsOf(scopes).filter((name) => keptInThinTokens.has(name));
}

/** Claims that a thin ID token leaves to UserInfo: where one is, the token is fat. */
export const fatOnlyClaims: readonly string[] = fatClaimsOf([...claimsByScope.keys()]).filter(
  (name) => !keptInThinTokens.has(name),
);
