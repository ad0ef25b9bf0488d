import { describe, expect, test } from "vitest";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import { uniteOrigins } from "./unite-origins.ts";

const groups: ClaimOrigins = new Map([["team", "groups"]]);
const other: ClaimOrigins = new Map([
  ["team", "other"],
  ["roles", "other"],
]);

describe(uniteOrigins, () => {
  test.each([
    ["neither side's are known", undefined, undefined, undefined],
    ["only the left side's are known", groups, undefined, groups],
    ["only the right side's are known", undefined, other, other],
  ])("returns the known origins if %s", (_case, one, right, expected) => {
    expect(uniteOrigins(one, right)).toBe(expected);
  });

  test.each([
    [groups, other],
    [other, groups],
  ])("counts groups of one side as groups on both sides", (one, right) => {
    expect(uniteOrigins(one, right)?.get("team")).toBe("groups");
    expect(uniteOrigins(one, right)?.get("roles")).toBe("other");
  });
});
