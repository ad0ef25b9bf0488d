import { describe, expect, test } from "vitest";
import { parseClientId } from "./client-id.ts";

describe(parseClientId, () => {
  test.each(["0oaoiuhhch8VRtBnC0h7", " 0oaoiuhhch8VRtBnC0h7\n", "my.app_1-$+!*'(),"])(
    "accepts %o",
    (text) => {
      expect(parseClientId(text)).toEqual({ kind: "ok", clientId: text.trim() });
    },
  );

  test("drops invisible characters", () => {
    expect(parseClientId("\u200b0oaoiuhhch8VRtBnC0h7\ufeff")).toEqual({
      kind: "ok",
      clientId: "0oaoiuhhch8VRtBnC0h7",
    });
  });

  test.each(["", "   "])("returns no problem for an empty field: %o", (text) => {
    expect(parseClientId(text)).toEqual({ kind: "empty" });
  });

  test.each([
    ["a space inside", "0oaoiuhhch8 VRtBnC0h7", "no spaces"],
    ["a line break inside", "Client ID\n0oaoiuhhch8VRtBnC0h7", "no spaces"],
    ["too little", "0oa", "too short"],
    ["too much", "a".repeat(101), "too long"],
    ["a URL", "https://dev-1.okta.com", "“:”"],
    ["markup", "<b>0oaoiuhh</b>", "“<”"],
    ["an emoji", "0oaoiuhh👋", "“👋”"],
    ["the guide's placeholder", "{clientId}", "“{”"],
  ])("refuses %s and says why", (_case, text, why) => {
    expect(parseClientId(text)).toEqual({ kind: "problem", problem: expect.stringContaining(why) });
  });
});
