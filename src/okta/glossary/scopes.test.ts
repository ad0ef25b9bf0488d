import { describe, expect, test } from "vitest";
import { explainScope } from "./scopes.ts";

describe(explainScope, () => {
  test.each(["openid", "profile", "email", "address", "phone", "groups", "offline_access"])(
    "explains %s",
    (name) => {
      expect(explainScope(name).meaning).toMatch(/^(?:Requests|Makes).*\.$/);
    },
  );

  test("distinguishes scopes of Okta's APIs from custom scopes", () => {
    expect(explainScope("okta.users.read").meaning).toContain("org server");
    // Some custom servers have the `okta.myAccount` scopes.
    expect(explainScope("okta.myAccount.email.read").meaning).toContain("Custom servers can have");
    expect(explainScope("orders:read").meaning).toContain("custom scope");
    expect(explainScope("toString").meaning).toContain("custom scope");
  });
});
