import { describe, expect, test } from "vitest";
import { explainScope } from "./scopes.ts";

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
