import { describe, expect, test } from "vitest";
import type { FilterType } from "./filter-types.ts";
import { matchGroups } from "./group-filter.ts";

const groups = [
  { name: "Everyone", isImported: false },
  { name: "group1", isImported: false },
  { name: "Group123", isImported: false },
  { name: "MyGroup123", isImported: false },
  { name: "group1 of the directory", isImported: true },
];

describe(matchGroups, () => {
  test.each<[FilterType, string, readonly string[]]>([
    ["STARTS_WITH", "group1", ["group1", "Group123"]],
    ["STARTS_WITH", "GROUP1", ["group1", "Group123"]],
    ["EQUALS", "Group1", ["group1"]],
    ["CONTAINS", "group1", ["group1", "Group123", "MyGroup123"]],
    ["REGEX", "group1.*", ["group1"]],
    ["REGEX", "(?i)group1.*", ["group1", "Group123"]],
    ["REGEX", "Everyone|.*123", ["Everyone", "Group123", "MyGroup123"]],
    ["REGEX", ".*", ["Everyone", "group1", "Group123", "MyGroup123"]],
    ["REGEX", "it.*", []],
    // In a plain filter, a pattern is plain text.
    ["STARTS_WITH", ".*", []],
    ["CONTAINS", "Every|group", []],
  ])("finds the groups that %s %s matches", (type, value, matching) => {
    const found = matchGroups({ type, value }, groups);
    expect(found.matching).toEqual(matching);
    expect(found).not.toHaveProperty("problem");
  });

  test.each<[FilterType, string, boolean]>([
    ["STARTS_WITH", "g", true],
    ["EQUALS", "group1", true],
    ["REGEX", ".*", true],
    ["REGEX", "^group1$", true],
    ["REGEX", "nothing", true],
    // The documentation does not say whether the whole name must match.
    ["REGEX", "group", false],
    ["REGEX", "Every", false],
    // Okta's own example has slashes.
    ["REGEX", "/^[a-z0-9_-]{3,16}$/", false],
    ["REGEX", "/nothing/", true],
    ["REGEX", "", false],
    ["STARTS_WITH", "", false],
  ])("returns whether the result for %s %s is certain: %s", (type, value, isCertain) => {
    expect(matchGroups({ type, value }, groups).isCertain).toBe(isCertain);
  });

  test.each([
    ["(", true],
    ["[a-", true],
    ["*", true],
    // Valid in Java, but not in RE2.
    ["(?!IT).*", false],
    [".*+", false],
    ["(?>IT|Everyone)", false],
  ])("returns that the regular expression %s is invalid", (value, isCertain) => {
    expect(matchGroups({ type: "REGEX", value }, groups)).toEqual({
      matching: [],
      isCertain,
      problem: "invalid_regex",
    });
  });

  test("does not run a small regular expression that would take too long for many groups", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      name: `${index}${"a".repeat(200)}`,
      isImported: false,
    }));
    const match = (value: string) => matchGroups({ type: "REGEX", value }, many);
    expect(match("(.*a){500}")).toEqual({ matching: [], isCertain: false });
    expect(match("7a+").matching).toEqual([many[7]?.name]);
  });

  test("does not run a regular expression that would take too long", () => {
    const value = "(a?){1000}".repeat(30);
    expect(matchGroups({ type: "REGEX", value }, groups)).toEqual({
      matching: [],
      isCertain: false,
    });
  });
});
