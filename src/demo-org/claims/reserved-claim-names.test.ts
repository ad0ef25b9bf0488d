import { describe, expect, test } from "vitest";
import { findReservedName } from "./reserved-claim-names.ts";

describe(findReservedName, () => {
  test.each(["iss", "jti", "ver", "token_type", "exp"])("%s is no claim's in any token", (name) => {
    expect(findReservedName(name, "RESOURCE")).toContain(`'${name}'`);
    expect(findReservedName(name, "IDENTITY")).toContain(`'${name}'`);
  });

  test.each(["cid", "uid", "username", "rpt", "sub", "scp"])("%s is no access token's", (name) => {
    expect(findReservedName(name, "RESOURCE")).toContain("access token");
  });

  test.each(["group", "role", "scope", "nonce", "device_id", "email", "preferred_username"])(
    "%s is no ID token's",
    (name) => {
      expect(findReservedName(name, "IDENTITY")).toContain("ID token");
      expect(findReservedName(name, "RESOURCE")).toBeUndefined();
    },
  );

  test.each([
    "groups",
    "Groups",
    "GroupsClaim",
    "https://example.com/groups",
    "__proto__",
    "constructor",
  ])("%s is free", (name) => {
    expect(findReservedName(name, "RESOURCE")).toBeUndefined();
    expect(findReservedName(name, "IDENTITY")).toBeUndefined();
  });
});
