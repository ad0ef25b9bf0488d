/** @see OpenID Connect Core 1.0 §5.4; Okta's OAuth 2.0 reference, scopes */
const claimsByScope = new Map<string, readonly string[]>([
  [
    "profile",
    (
      "name preferred_username nickname given_name middle_name family_name profile " +
      "zoneinfo locale updated_at picture website gender birthdate"
    ).split(" "),
  ],
  ["email", ["email", "email_verified"]],
  ["phone", ["phone_number"]],
  ["address", ["address"]],
]);

/** Okta's groups guide lists none. Okta's reference, and the default claims of a new custom server, list these three. */
export const keptInThinTokens: ReadonlySet<string> = new Set([
  "name",
  "preferred_username",
  "email",
]);

export const idTokenBaseClaims: readonly string[] =
  "sub ver iss aud iat exp jti amr idp nonce auth_time".split(" ");

/** Claims of every access token with a user. A custom server's access token also has `auth_time`. */
export const accessTokenBaseClaims: readonly string[] =
  "ver jti iss aud iat exp cid uid scp sub".split(" ");

export const baseClaims: ReadonlySet<string> = new Set([
  ...idTokenBaseClaims,
  ...accessTokenBaseClaims,
  "at_hash",
  "c_hash",
]);

export function fatClaimsOf(scopes: readonly string[]): readonly string[] {
  return scopes.flatMap((scope) => claimsByScope.get(scope) ?? []);
}

export function thinClaimsOf(scopes: readonly string[]): readonly string[] {
  return fatClaimsOf(scopes).filter((name) => keptInThinTokens.has(name));
}

export const fatOnlyClaims: readonly string[] = fatClaimsOf([...claimsByScope.keys()]).filter(
  (name) => !keptInThinTokens.has(name),
);
