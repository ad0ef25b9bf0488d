import { describe, expect, test } from "vitest";
import { explainClaim } from "./claims.ts";

const idTokenClaims =
  "iss ver sub aud iat exp jti auth_time amr idp nonce name nickname preferred_username given_name middle_name " +
  "family_name email email_verified profile zoneinfo locale address phone_number picture website gender birthdate " +
  "updated_at at_hash c_hash groups";
const accessTokenClaims = "ver jti iss aud iat exp cid uid scp sub auth_time acr";

describe(explainClaim, () => {
  test.each([...new Set(`${idTokenClaims} ${accessTokenClaims} alg kid typ`.split(" "))])(
    "explains what Okta puts in its tokens, in one sentence: %s",
    (name) => {
      const { meaning, source } = explainClaim(name);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(meaning).not.toContain("admin of this org");
      expect(source?.url).toMatch(/^https:\/\//);
    },
  );

  test.each(["iat", "exp", "auth_time", "updated_at", "nbf"])("knows %s for a time", (name) => {
    expect(explainClaim(name).format).toBe("numeric-date");
  });

  test.each([
    ["GroupsClaim", "Groups of the person"],
    ["IDTClaim", "an admin of this org has added"],
    ["__proto__", "an admin of this org has added"],
    ["constructor", "an admin of this org has added"],
  ])("knows %s for the org's own", (name, meaning) => {
    expect(explainClaim(name).meaning).toContain(meaning);
  });
});
