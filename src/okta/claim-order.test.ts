import { describe, expect, test } from "vitest";
import type { JsonValue } from "../oidc/json.ts";
import { type ClaimKind, classifyClaim, groupClaims } from "./claim-order.ts";

describe(groupClaims, () => {
  function namesByKind(names: readonly string[]) {
    const members = names.map((name) => ({
      name,
      value: /group/i.test(name) ? ["Everyone"] : "x",
    }));
    return groupClaims(members).map(({ kind, members }) => [kind, members.map((it) => it.name)]);
  }

  test("lists groups first, then the user, then the token, each in reading order", () => {
    const names = ["exp", "costCenter", "name", "ver", "sub", "groups", "iss", "dept", "aud"];
    expect(namesByKind(names)).toEqual([
      ["groups", ["groups"]],
      ["user", ["sub", "name", "costCenter", "dept"]],
      ["token", ["iss", "aud", "exp", "ver"]],
    ]);
  });

  test("keeps the token's order of groups claims, and keeps both members with the same name", () => {
    expect(namesByKind(["otherGroups", "groups", "groups"])).toEqual([
      ["groups", ["otherGroups", "groups", "groups"]],
    ]);
  });

  test("leaves out kinds without claims", () => {
    expect(namesByKind(["iss"])).toEqual([["token", ["iss"]]]);
    expect(groupClaims([])).toEqual([]);
  });

  test("returns the same member objects", () => {
    const member = { name: "sub", value: "00u1", source: '"00u1"' };
    expect(groupClaims([member])[0]?.members[0]).toBe(member);
  });
});

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
  ])("classifies %s %o as: %s", (name, value, kind) => {
    expect(classifyClaim(name, value)).toBe(kind);
  });
});
