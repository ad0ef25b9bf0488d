import { describe, expect, test } from "vitest";
import { explainClaim } from "./claims.ts";
import { explainParameter } from "./parameters.ts";
import { explainScope } from "./scopes.ts";

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

describe(explainParameter, () => {
  test.each(
    (
      "client_id response_type redirect_uri nonce prompt state scope id_token access_token token_type expires_in " +
      "error error_description"
    ).split(" "),
  )("explains what goes out and comes back, in one sentence: %s", (name) => {
    const { meaning, source } = explainParameter(name);
    expect(meaning).toMatch(/^[A-Za-z].*\.$/);
    expect(meaning).not.toContain("Not a parameter");
    expect(source?.url).toMatch(/^https:\/\//);
  });

  test.each(["utm_source", "__proto__", ""])(
    "says so where nobody has specified one: %o",
    (name) => {
      expect(explainParameter(name).meaning).toContain("Not a parameter");
    },
  );
});

describe(explainScope, () => {
  test.each(["openid", "profile", "email", "address", "phone", "groups", "offline_access"])(
    "explains %s",
    (name) => {
      expect(explainScope(name).meaning).toMatch(/^(?:Asks for|Makes).*\.$/);
    },
  );

  test("tells Okta's own API from scopes that an admin has added", () => {
    expect(explainScope("okta.users.read").meaning).toContain("Okta’s own API");
    expect(explainScope("orders:read").meaning).toContain("custom scope");
    expect(explainScope("toString").meaning).toContain("custom scope");
  });
});
