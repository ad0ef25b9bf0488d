import { describe, expect, test } from "vitest";
import { formatDuration, formatTime, isInMilliseconds, parseNumericDate } from "./numeric-date.ts";

describe(parseNumericDate, () => {
  test.each([0, 1_795_000_000, 1_795_000_000.5, -1])("accepts %o", (value) => {
    expect(parseNumericDate(value)).toBe(value);
  });

  test.each([
    undefined,
    null,
    "1795000000",
    true,
    [1],
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("returns undefined for %o", (value) => {
    expect(parseNumericDate(value)).toBeUndefined();
  });
});

test.each([
  [1_795_000_000, false],
  [99_999_999_999, false],
  [1e11, true],
  [1_795_000_000_000, true],
  [8.64e15, true],
  [1e300, false],
  ["1795000000000", false],
  [undefined, false],
])("returns whether %o is in milliseconds: %o", (value, expected) => {
  expect(isInMilliseconds(value)).toBe(expected);
});

test.each([
  ["on the same day", 1_795_000_000.9, 1_795_000_000, "11:06 UTC"],
  ["at the first second of the day", 1_794_960_000, 1_795_000_000, "00:00 UTC"],
  ["the second before", 1_794_959_999, 1_795_000_000, "17 Nov 2026, 23:59 UTC"],
  ["at the end of the calendar", 8.64e12, 1_795_000_000, "13 Sep 275760, 00:00 UTC"],
])("formats a time %s", (_case, time, nowSeconds, text) => {
  expect(formatTime(time, nowSeconds)).toBe(text);
});

test.each([
  [0, "0 s"],
  [59.6, "1 min"],
  [-125, "2 min 5 s"],
  [3_600, "1 h"],
  [90_061, "1 day 1 h"],
  [318 * 86_400 + 30_000, "318 days"],
])("formats %d seconds as %s", (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
