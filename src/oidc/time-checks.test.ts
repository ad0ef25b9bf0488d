import { describe, expect, test } from "vitest";
import type { CheckStatus } from "./check.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { checkTimes } from "./time-checks.ts";

/** 2026-11-18 11:06:40 UTC */
const nowSeconds = 1_795_000_000;
const times = { exp: nowSeconds + 3_590, iat: nowSeconds - 10 };
const dayLong = 86_400;

function check(name: string, change: JsonObject) {
  const checks = checkTimes({ about: "id_token", claims: { ...times, ...change }, nowSeconds });
  return checks.find(({ id }) => id === `id_token.${name}`);
}

describe(checkTimes, () => {
  test.each<[string, string, number, CheckStatus]>([
    ["exp", "in a second", 1, "pass"],
    ["exp", "now", 0, "pass"],
    ["exp", "119 s ago", -119, "pass"],
    ["exp", "120 s ago", -120, "fail"],
    ["exp", "121 s ago", -121, "fail"],
    ["exp", "a day ago", -dayLong, "fail"],
    ["iat", "now", 0, "pass"],
    ["iat", "in 120 s", 120, "pass"],
    ["iat", "in 121 s", 121, "fail"],
    ["iat", "in a day", dayLong, "fail"],
    ["nbf", "a second ago", -1, "pass"],
    ["nbf", "in 120 s", 120, "pass"],
    ["nbf", "in 121 s", 121, "fail"],
    ["nbf", "in a day", dayLong, "fail"],
  ])("compares %s with the clock, and tolerates two minutes: %s", (name, _when, offset, status) => {
    // The other time is far away, so that the order of `iat` and `exp` is always right.
    const others = name === "exp" ? { iat: nowSeconds - 30 * dayLong } : { exp: 1e10 };
    expect(check(name, { ...others, [name]: nowSeconds + offset })?.status).toBe(status);
  });

  test.each<[string, JsonObject, string]>([
    ["exp", {}, "The token expires at 12:06 UTC, in 59 min 50 s."],
    [
      "exp",
      { exp: nowSeconds + dayLong },
      "The token expires on 19 Nov 2026 at 11:06 UTC, in 1 day.",
    ],
    ["exp", { exp: nowSeconds + 1 }, "The token expires at 11:06 UTC, in 1 s."],
    [
      "exp",
      { exp: nowSeconds },
      "The token expired at 11:06 UTC, 0 s ago. Clocks may differ by 2 min, so it is still accepted.",
    ],
    [
      "exp",
      { exp: nowSeconds - 319.5 * dayLong },
      "The token expired on 2 Jan 2026 at 23:06 UTC, 319 days ago.",
    ],
    ["exp", { exp: nowSeconds - 300 }, "The token expired at 11:01 UTC, 5 min ago."],
    [
      "exp",
      { exp: nowSeconds - 60 },
      "The token expired at 11:05 UTC, 1 min ago. Clocks may differ by 2 min, so it is still accepted.",
    ],
    ["iat", {}, "The token was issued at 11:06 UTC."],
    [
      "iat",
      { iat: nowSeconds + 10_920, exp: nowSeconds + 14_520 },
      "Check this computer’s clock: it is 3 h 2 min behind the token’s time of issue, 14:08 UTC.",
    ],
    [
      "iat",
      { iat: nowSeconds + dayLong - 1, exp: nowSeconds + 2 * dayLong },
      "Check this computer’s clock: it is 23 h 59 min behind the token’s time of issue, 19 Nov 2026, 11:06 UTC.",
    ],
    [
      "iat",
      { iat: nowSeconds + dayLong },
      "The token’s time of issue, 19 Nov 2026, 11:06 UTC, is 1 day in the future.",
    ],
    [
      "iat",
      { iat: nowSeconds + 60, exp: nowSeconds },
      "The token was issued at 11:07 UTC, after its expiry at 11:06 UTC.",
    ],
    ["nbf", { nbf: nowSeconds }, "The token is valid from 11:06 UTC."],
    [
      "nbf",
      { nbf: nowSeconds + 600 },
      "Check this computer’s clock: it is 10 min behind the time from which the token is valid, 11:16 UTC.",
    ],
    [
      "nbf",
      { nbf: nowSeconds + 2 * dayLong },
      "The token is not valid before 20 Nov 2026, 11:06 UTC, in 2 days.",
    ],
  ])("explains %s with %j: %s", (name, change, detail) => {
    expect(check(name, change)?.detail).toBe(detail);
  });

  test.each(["exp", "iat", "nbf"])("recognizes milliseconds in %s", (name) => {
    expect(check(name, { [name]: 1_795_000_000_000 })).toMatchObject({
      status: "fail",
      detail: `${name} is 1795000000000, which looks like milliseconds. Token times are in seconds.`,
    });
  });

  test.each<[string, JsonValue]>([
    ["a string", "1795000000"],
    ["null", null],
    ["a list", [nowSeconds]],
    ["a number out of range", 1e300],
  ])("fails a time that is %s", (_case, value) => {
    for (const name of ["exp", "iat", "nbf"]) {
      const { status, detail, isExpired } = check(name, { [name]: value }) ?? {};
      expect(status).toBe("fail");
      expect(isExpired).toBeUndefined();
      expect(detail).toContain(`${name} should be a time in seconds, but is `);
    }
  });

  test("marks a token that has only expired", () => {
    expect(check("exp", { exp: nowSeconds - 3600 })).toMatchObject({ isExpired: true });
  });

  test("requires exp and iat, but not nbf", () => {
    const checks = checkTimes({ about: "access_token", claims: {}, nowSeconds });
    expect(checks).toMatchObject([
      { id: "access_token.exp", status: "fail", detail: "The token has no exp." },
      { id: "access_token.iat", status: "fail", detail: "The token has no iat." },
    ]);
  });
});
