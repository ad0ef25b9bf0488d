import { describe, expect, test } from "vitest";
import type { ExcludingSetting } from "../set-up-rules/evaluate-claim.ts";
import { findSmallestChanges, type Obstacles } from "./smallest-change.ts";

const claim = (value: Obstacles["value"], ...settings: ExcludingSetting[]): Obstacles => ({
  value,
  settings,
});

describe(findSmallestChanges, () => {
  test.each<[string, smaller: Obstacles, larger: Obstacles]>([
    ["no change before any setting", claim("groups"), claim("groups", "not_always")],
    ["Always before a filter without a match", claim("groups", "not_always"), claim("replace")],
    ["a scope before a filter without a match", claim("groups", "scope"), claim("replace")],
    [
      "a disabled claim before a filter without a match",
      claim("groups", "inactive"),
      claim("replace"),
    ],
    ["a disabled claim before a slip in a value", claim("groups", "inactive"), claim("mend")],
    [
      "what a request can fulfil before a disabled claim",
      claim("groups", "scope"),
      claim("groups", "inactive"),
    ],
    ["one setting before two", claim("groups", "inactive"), claim("groups", "scope", "not_always")],
    [
      "two settings before a filter without a match",
      claim("groups", "inactive", "not_always"),
      claim("replace"),
    ],
    ["a slip before two settings", claim("mend"), claim("groups", "inactive", "scope")],
    [
      "a filter without a match before three settings",
      claim("replace"),
      claim("groups", "inactive", "scope", "not_always"),
    ],
    [
      "a value alone before the same value and a setting",
      claim("replace"),
      claim("replace", "not_always"),
    ],
    ["a value that can be replaced before another claim", claim("replace"), claim("add")],
    [
      "all settings and the value before an unknown value",
      claim("add", "inactive", "scope", "not_always"),
      claim("unknown"),
    ],
    [
      "an unknown value before the other token",
      claim("unknown", "inactive", "scope", "not_always"),
      claim("groups", "other_token"),
    ],
    [
      "on the other token, a claim with groups",
      claim("groups", "other_token"),
      claim("replace", "other_token"),
    ],
  ])("prefers %s", (_case, smaller, larger) => {
    expect(findSmallestChanges([larger, smaller])).toEqual([smaller]);
    expect(findSmallestChanges([smaller, larger])).toEqual([smaller]);
  });

  test.each<[string, Obstacles, Obstacles]>([
    ["the same setting", claim("groups", "inactive"), claim("groups", "inactive")],
    ["Always or a scope", claim("groups", "not_always"), claim("groups", "scope")],
    ["two filters without a match", claim("replace"), claim("replace")],
  ])("returns both in their order if they are equal: %s", (_case, first, second) => {
    expect(findSmallestChanges([first, claim("unknown"), second])).toEqual([first, second]);
  });

  test("returns nothing without candidates", () => {
    expect(findSmallestChanges([])).toEqual([]);
  });
});
