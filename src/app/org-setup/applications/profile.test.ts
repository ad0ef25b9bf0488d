import { describe, expect, test } from "vitest";
import { readProfile } from "./profile.ts";

describe(readProfile, () => {
  test("reads an object, and nothing typed as an empty one", () => {
    expect(readProfile('{ "groupallowlist": ["00g1"] }')).toEqual({
      kind: "profile",
      profile: { groupallowlist: ["00g1"] },
    });
    expect(readProfile(" \n")).toEqual({ kind: "profile", profile: {} });
  });

  test.each(["[1]", "null", '"text"', "{", "{'a': 1}"])("says what is wrong with %s", (text) => {
    expect(readProfile(text)).toMatchObject({ kind: "mistake" });
  });
});
