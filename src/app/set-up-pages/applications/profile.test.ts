import { describe, expect, test } from "vitest";
import { parseProfile } from "./profile.ts";

describe(parseProfile, () => {
  test("reads an object, and blank input as an empty one", () => {
    expect(parseProfile('{ "groupallowlist": ["00g1"] }')).toEqual({
      kind: "profile",
      profile: { groupallowlist: ["00g1"] },
    });
    expect(parseProfile(" \n")).toEqual({ kind: "profile", profile: {} });
  });

  test.each(["[1]", "null", '"text"', "{", "{'a': 1}"])(
    "explains what is wrong with %s",
    (text) => {
      expect(parseProfile(text)).toMatchObject({ kind: "mistake" });
    },
  );

  test.each(["1e999", "[-1e999]", '{ "limit": 12345678901234567890 }'])(
    "rejects numbers that JavaScript can't hold exactly: %s",
    (number) => {
      expect(parseProfile(`{ "number": ${number} }`)).toMatchObject({
        kind: "mistake",
        message: expect.stringContaining("too large"),
      });
    },
  );

  test("keeps numbers that JavaScript can hold exactly", () => {
    const profile = { limit: 9007199254740991, part: 1.5, none: 0 };
    expect(parseProfile(JSON.stringify(profile))).toEqual({ kind: "profile", profile });
  });
});
