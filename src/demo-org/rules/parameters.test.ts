import { describe, expect, test } from "vitest";
import { parseParameters } from "./parameters.ts";

describe(parseParameters, () => {
  test("returns parameters that have a value and are not repeated", () => {
    const { get, repeated } = parseParameters("scope=openid+groups&nonce=&state=a&state=b");
    expect(get("scope")).toBe("openid groups");
    expect(get("nonce")).toBeUndefined();
    expect(get("state")).toBeUndefined();
    expect(repeated).toEqual(["state"]);
  });

  test("is fast for a name that is repeated many times", () => {
    expect(parseParameters("a&".repeat(300_000)).repeated).toEqual(["a"]);
  });
});
