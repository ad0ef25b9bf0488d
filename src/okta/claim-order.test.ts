import { describe, expect, test } from "vitest";
import { groupClaims } from "./claim-order.ts";

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

  test("keeps the token's order of groups claims, and both of two members with one name", () => {
    expect(namesByKind(["otherGroups", "groups", "groups"])).toEqual([
      ["groups", ["otherGroups", "groups", "groups"]],
    ]);
  });

  test("leaves out kinds without claims", () => {
    expect(namesByKind(["iss"])).toEqual([["token", ["iss"]]]);
    expect(groupClaims([])).toEqual([]);
  });

  test("returns the members it was given", () => {
    const member = { name: "sub", value: "00u1", source: '"00u1"' };
    expect(groupClaims([member])[0]?.members[0]).toBe(member);
  });
});
