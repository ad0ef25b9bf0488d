import { describe, expect, test } from "vitest";
import { describeTime, looksLikeMilliseconds } from "./describe-time.ts";

const now = Date.UTC(2026, 10, 28, 13, 51, 40) / 1000;

describe(describeTime, () => {
  test.each([
    [0, "now"],
    [1, "now"],
    [2, "in 2 s"],
    [-59, "59 s ago"],
    [60, "in 1 min"],
    [3599, "in 59 min"],
    [3600, "in 1 h"],
    [-86_399, "23 h ago"],
    [86_400, "in 1 day"],
    [-2 * 86_400, "2 days ago"],
    [-7 * 31_557_600, "7 years ago"],
  ])("calls %i s from now “%s”", (difference, relative) => {
    expect(describeTime(now + difference, now)?.relative).toBe(relative);
  });

  test("gives the date in UTC", () => {
    expect(describeTime(now + 3540, now)).toMatchObject({
      absolute: "28 Nov 2026, 14:50 UTC",
      iso: "2026-11-28T14:50:40.000Z",
    });
  });

  test.each([
    [-1, true],
    [0, true],
    [1, false],
  ])("knows whether %i s from now is past", (difference, isPast) => {
    expect(describeTime(now + difference, now)?.isPast).toBe(isPast);
  });

  test.each([8.7e12, -8.7e12, Number.POSITIVE_INFINITY, Number.NaN])(
    "has no date for %d",
    (seconds) => {
      expect(describeTime(seconds, now)).toBeUndefined();
    },
  );
});

describe(looksLikeMilliseconds, () => {
  test.each([
    [now, false],
    [now * 1000, true],
    [8.7e15, false],
  ])("%d", (value, expected) => {
    expect(looksLikeMilliseconds(value)).toBe(expected);
  });
});
