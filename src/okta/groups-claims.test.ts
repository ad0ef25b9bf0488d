import { describe, expect, test } from "vitest";
import type { JsonValue } from "../oidc/json.ts";
import { findGroupsClaims, findListsOfTexts } from "./groups-claims.ts";
import { isGroupsClaim } from "./is-groups-claim.ts";

describe(findGroupsClaims, () => {
  test("finds only the groups of the guide's ID token", () => {
    const claims = {
      sub: "00uixa271s6x7qt8I0h7",
      ver: 1,
      iss: "https://dev-1.okta.com",
      aud: "0oaoiuhhch8VRtBnC0h7",
      amr: ["mfa", "pwd", "kba"],
      nonce: "myNonceValue",
      address: { country: "US" },
      groups: ["Everyone", "IT"],
    };
    expect(findGroupsClaims(claims)).toEqual([
      { name: "groups", groups: ["Everyone", "IT"], state: "present" },
    ]);
  });

  test("finds several groups claims with custom names", () => {
    const claims = {
      scp: ["openid", "groups"],
      GroupsClaim: ["Everyone"],
      dynamic_group: ["IT"],
      "https://example.com/groups": ["a", "b"],
      roles: ["Admin"],
    };
    expect(findGroupsClaims(claims).map(({ name }) => name)).toEqual([
      "GroupsClaim",
      "dynamic_group",
      "https://example.com/groups",
    ]);
  });

  test("distinguishes an empty claim from an absent one", () => {
    expect(findGroupsClaims({ groups: [] })).toEqual([
      { name: "groups", groups: [], state: "empty" },
    ]);
    expect(findGroupsClaims({ sub: "00u1" })).toEqual([]);
  });

  test("does not split a name with a comma, and treats a string as one group", () => {
    expect(findGroupsClaims({ groups: ["Sales, EMEA", "IT"] })[0]?.groups).toEqual([
      "Sales, EMEA",
      "IT",
    ]);
    expect(findGroupsClaims({ groups: "Sales, EMEA" })[0]?.groups).toEqual(["Sales, EMEA"]);
  });

  test("returns names for groups that are objects or other values", () => {
    const groups = [{ name: "IT", id: "00g1" }, { id: "00g2" }, 7, null, ["x"]];
    expect(findGroupsClaims({ groups })[0]?.groups).toEqual([
      "IT",
      '{"id":"00g2"}',
      "7",
      "null",
      '["x"]',
    ]);
  });

  test("finds claims with the names of JavaScript properties", () => {
    const claims = JSON.parse('{"__proto__":["Admin"],"constructor":["x"]}');
    expect(findListsOfTexts(claims).map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
  });
});

describe("the shape of a groups claim", () => {
  test.each<[JsonValue, "present" | "empty" | "text"]>([
    [["IT"], "present"],
    [[""], "empty"],
    [["", " "], "empty"],
    [["", "IT"], "present"],
    [[], "empty"],
    ["", "empty"],
    ["Everyone,IT", "text"],
    ["IT", "text"],
    [{ name: "IT" }, "text"],
    [5, "text"],
    [[1, 2], "text"],
    [[{ name: "IT", id: "00g1" }], "present"],
  ])("%j is %s", (groups, state) => {
    expect(findGroupsClaims({ groups }).map((claim) => claim.state)).toEqual([state]);
  });
});

describe(findListsOfTexts, () => {
  test("finds lists of strings whose names don't suggest groups, except scopes and permissions", () => {
    const claims = {
      roles: ["Admin"],
      teams: ["a", "b"],
      granted: ["openid", "email"],
      PermissionAssignment: ["Read"],
      numbers: [1],
      none: [],
      groups: ["IT"],
      scp: ["groups"],
    };
    expect(findListsOfTexts(claims).map(({ name }) => name)).toEqual(["roles", "teams"]);
  });
});

describe("the origin of a claim in the set-up", () => {
  const origins = new Map([
    ["roles", "groups"],
    ["groups", "other"],
  ] as const);

  test("takes precedence over the claim's name", () => {
    const claims = { roles: ["IT"], groups: ["Read"], team_groups: ["a"] };
    expect(findGroupsClaims(claims, origins).map(({ name }) => name)).toEqual([
      "roles",
      "team_groups",
    ]);
    expect(findListsOfTexts(claims, origins).map(({ name }) => name)).toEqual(["groups"]);
  });
});

describe(isGroupsClaim, () => {
  test.each<[string, JsonValue]>([
    ["scp", ["groups"]],
    ["amr", ["pwd"]],
    ["aud", ["a", "b"]],
    ["name", "Everyone"],
    ["PermissionAssignment", ["Read", "Write"]],
    ["granted", ["openid", "email"]],
    ["roles", ["Admin"]],
    ["teams", ["a"]],
    ["groups_updated_at", 1],
    ["favorites", []],
    ["numbers", [1, 2]],
    ["has_groups", true],
    ["team_groups", null],
  ])("finds no groups in %s", (name, value) => {
    expect(isGroupsClaim(name, value)).toBe(false);
  });
});
