import { describe, expect, test } from "vitest";
import { readParameters } from "./parameters.ts";

describe(readParameters, () => {
  test("gives what came once and with a value", () => {
    const { get, repeated } = readParameters("scope=openid+groups&nonce=&state=a&state=b");
    expect(get("scope")).toBe("openid groups");
    expect(get("nonce")).toBeUndefined();
    expect(get("state")).toBeUndefined();
    expect(repeated).toEqual(["state"]);
  });

  test("takes no longer for a name that comes again and again", () => {
    expect(readParameters("a&".repeat(300_000)).repeated).toEqual(["a"]);
  });
});
