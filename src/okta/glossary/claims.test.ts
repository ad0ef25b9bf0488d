import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../oidc/json.ts";
import { explainClaim } from "./claims.ts";

const idTokenClaims =
  "iss ver sub aud iat exp jti auth_time amr idp nonce name nickname preferred_username given_name middle_name " +
  "family_name email email_verified profile zoneinfo locale address phone_number picture website gender birthdate " +
  "updated_at at_hash c_hash groups";
const accessTokenClaims = "ver jti iss aud iat exp cid uid scp sub auth_time acr";

describe(explainClaim, () => {
  test.each([...new Set(`${idTokenClaims} ${accessTokenClaims} alg kid typ`.split(" "))])(
    "explains a claim of Okta's tokens: %s",
    (name) => {
      const { meaning, source } = explainClaim(name);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(meaning).not.toContain("custom claim");
      expect(source?.url).toMatch(/^https:\/\//);
    },
  );

  test.each(["iat", "exp", "auth_time", "updated_at", "nbf"])("marks %s as a time", (name) => {
    expect(explainClaim(name).format).toBe("numeric-date");
  });

  test.each<[string, JsonValue, string]>([
    ["GroupsClaim", ["Everyone"], "The user’s groups"],
    ["teams", ["Everyone"], "may be groups"],
    ["IDTClaim", "eng", "admin probably added it"],
    ["__proto__", "x", "admin probably added it"],
    ["constructor", "x", "admin probably added it"],
  ])("explains a custom claim by its name and value: %s", (name, value, meaning) => {
    expect(explainClaim(name, value).meaning).toContain(meaning);
  });

  test.each([
    ["00uixa271s6x7qt8I0h7", "The Okta user ID. It never changes."],
    ["joe.user@example.com", "Who the token is about: a user ID, a username or a client ID."],
    ["00u is not an ID", "Who the token is about: a user ID, a username or a client ID."],
  ])("calls a subject a user ID only if it has the format of one: %s", (sub, meaning) => {
    expect(explainClaim("sub", sub).meaning).toBe(meaning);
  });
});
