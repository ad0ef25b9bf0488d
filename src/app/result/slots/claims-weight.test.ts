import { describe, expect, test } from "vitest";
import { describeLeftOut, describeNoGroups, describeWeight, weighClaims } from "./claims-weight.ts";

const named = (...names: string[]) => names.map((name) => ({ name, value: "x" }));
const groups = { name: "groups", value: ["Everyone"] };

describe(weighClaims, () => {
  test("counts base claims, claims from scopes, groups and others separately", () => {
    const members = [...named("iss", "sub", "uid", "at_hash", "email", "name", "team"), groups];
    expect(weighClaims(members)).toEqual({
      total: 8,
      base: 4,
      fromScopes: 2,
      scopes: ["profile", "email"],
      other: 1,
      groups: 1,
    });
  });

  test("counts a name only once if it was sent twice", () => {
    expect(weighClaims(named("email", "email")).total).toBe(1);
  });
});

describe(describeWeight, () => {
  test.each([
    [
      [...named("iss", "sub", "name", "email"), groups],
      "5 claims: 2 base, 2 from profile and email, 1 groups claim",
    ],
    [named("name", "email", "address"), "3 claims from profile, email and address"],
    [named("iss", "sub"), "2 base claims"],
    [[groups], "1 groups claim"],
    [named("team"), "1 claim"],
    [named("iss", "team", "desk"), "3 claims: 1 base, 2 others"],
    [[], "0 claims"],
  ])("%#", (members, words) => {
    expect(describeWeight(weighClaims(members))).toBe(words);
  });
});

describe(describeLeftOut, () => {
  const left = (kind: "groups" | "user", ...names: string[]) =>
    names.map((name) => ({ name, kind }));
  test.each([
    [
      [...left("user", "locale", "email_verified"), ...left("groups", "groups")],
      "2 from profile and email, and groups",
    ],
    [left("groups", "groups"), "groups"],
    [left("groups", "groups", "teams"), "2 groups claims"],
    [left("user", "locale", "team"), "1 from profile, and 1 other"],
    [
      [...left("user", "locale", "team"), ...left("groups", "g")],
      "1 from profile, 1 other, and groups",
    ],
  ])("%#", (leftOut, words) => {
    expect(describeLeftOut(weighClaims(named("iss")), leftOut)).toBe(`1 claim. Left out: ${words}`);
  });
});

describe(describeNoGroups, () => {
  const roles = { roles: ["Everyone"] };
  test.each([
    ["absent", { name: "Ingrid", amr: ["pwd"] }, undefined, false],
    ["not in the readable part", { name: "Ingrid" }, undefined, true],
    ["may be in roles", roles, undefined, false],
    ["may be in roles and teams", { ...roles, teams: ["IT"] }, undefined, true],
    ["absent", roles, new Map([["roles", "other"] as const]), false],
  ])("%s: %o", (fate, claims, origins, isPartial) => {
    expect(describeNoGroups(claims, origins, isPartial)).toBe(fate);
  });
});
