import { describe, expect, test } from "vitest";
import { quoteValue, readNumericDate, tellDuration, tellTime } from "./evidence.ts";

describe(quoteValue, () => {
  test.each([
    ["a text", "a", '"a"'],
    ["a text that would end the quotation", 'a", and is "b', '"a\\", and is \\"b"'],
    ["a text that would turn the sentence around", "a\u202eb\u2066c", '"a\\u202eb\\u2066c"'],
    ["a line break", "a\nb", '"a\\nb"'],
    ["a list", ["a", 1, null], '["a",1,null]'],
    ["nothing", undefined, "nothing"],
  ])("quotes %s", (_case, value, quoted) => {
    expect(quoteValue(value)).toBe(quoted);
  });

  test("cuts what is too long to read", () => {
    expect(quoteValue("x".repeat(1_000_000))).toMatch(/^"x{199}…$/);
  });
});

describe(readNumericDate, () => {
  test.each([0, 1_795_000_000, 1_795_000_000.5, -1])("takes %o for a time", (value) => {
    expect(readNumericDate(value)).toBe(value);
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
  ])("does not take %o for a time", (value) => {
    expect(readNumericDate(value)).toBeUndefined();
  });
});

test("times are told so that everybody reads the same", () => {
  expect(tellTime(1_795_000_000.9)).toBe("2026-11-18 11:06:40 UTC");
  expect(tellTime(8.64e12)).toBe("+275760-09-13 00:00:00 UTC");
});

test.each([
  [0, "0 s"],
  [59.6, "1 min"],
  [-125, "2 min 5 s"],
  [3_600, "1 h"],
  [90_061, "1 d 1 h"],
])("%i seconds are told as %s", (seconds, told) => {
  expect(tellDuration(seconds)).toBe(told);
});
