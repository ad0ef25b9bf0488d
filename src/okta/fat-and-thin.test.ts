import { describe, expect, test } from "vitest";
import { judgeIdToken } from "./fat-and-thin.ts";

const base = { sub: "00u1", iss: "https://dev-1.okta.com", aud: "0oa1" };

describe(judgeIdToken, () => {
  test.each([
    ["that came alone", base, false, "fat", "without an access token"],
    ["that came with an access token", base, true, "thin", "UserInfo"],
    ["of unknown origin without at_hash", base, undefined, "fat", "no at_hash"],
    [
      "of unknown origin with at_hash",
      { ...base, at_hash: "x", name: "Joe" },
      undefined,
      "thin",
      "at_hash",
    ],
    [
      "of the authorization code flow, which has at_hash and the whole profile",
      { ...base, at_hash: "x", family_name: "User" },
      undefined,
      "fat",
      "authorization code flow",
    ],
    [
      "that is an access token",
      { ...base, cid: "0oa1", scp: ["openid"] },
      undefined,
      "unknown",
      "access token",
    ],
  ] as const)(
    "calls a token %s by its right name",
    (_case, claims, cameWithAccessToken, kind, reason) => {
      expect(judgeIdToken({ claims, cameWithAccessToken })).toEqual({
        kind,
        reason: expect.stringContaining(reason),
      });
    },
  );

  test("does not say that groups are missing from a thin token that has them", () => {
    const { kind, reason } = judgeIdToken({
      claims: { ...base, teams: ["IT"] },
      cameWithAccessToken: true,
    });
    expect(kind).toBe("thin");
    expect(reason).toContain("teams is here");
  });
});
