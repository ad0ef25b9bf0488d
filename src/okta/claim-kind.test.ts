import { describe, expect, test } from "vitest";
import type { JsonValue } from "../oidc/json.ts";
import { type ClaimKind, classifyClaim } from "./claim-kind.ts";

describe(classifyClaim, () => {
  test.each<[string, JsonValue, ClaimKind]>([
    ["groups", ["Everyone"], "groups"],
    ["groups", [], "groups"],
    ["GroupsClaim", ["Everyone"], "groups"],
    ["https://example.com/groups", ["a"], "groups"],
    ["roles", ["a"], "user"],
    ["sub", "00u1", "user"],
    ["uid", "00u1", "user"],
    ["email_verified", true, "user"],
    ["address", { country: "US" }, "user"],
    ["employeeNumber", 7, "user"],
    ["https://example.com/costCenter", "42", "user"],
    ["constructor", "x", "user"],
    ["iss", "https://dev-1.okta.com", "token"],
    ["aud", ["a", "b"], "token"],
    ["amr", ["pwd"], "token"],
    ["scp", ["openid", "groups"], "token"],
    ["at_hash", "x", "token"],
  ])("%s %o is about: %s", (name, value, kind) => {
    expect(classifyClaim(name, value)).toBe(kind);
  });
});
