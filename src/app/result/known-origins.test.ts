import { describe, expect, test } from "vitest";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import { uniteOrigins } from "./known-origins.ts";

const groups: ClaimOrigins = new Map([["team", "groups"]]);
const other: ClaimOrigins = new Map([
  ["team", "other"],
  ["roles", "other"],
]);

describe(uniteOrigins, () => {
  test.each([
    ["neither side", undefined, undefined, undefined],
    ["the left side", groups, undefined, groups],
    ["the right side", undefined, other, other],
  ])("takes what is known of %s", (_case, one, right, expected) => {
    expect(uniteOrigins(one, right)).toBe(expected);
  });

  test.each([
    [groups, other],
    [other, groups],
  ])("counts groups of one side as groups on both", (one, right) => {
    expect(uniteOrigins(one, right)?.get("team")).toBe("groups");
    expect(uniteOrigins(one, right)?.get("roles")).toBe("other");
  });
});
