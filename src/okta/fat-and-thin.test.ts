import { describe, expect, test } from "vitest";
import type { JsonObject } from "../oidc/json.ts";
import { type IdTokenVerdict, judgeIdToken } from "./fat-and-thin.ts";

const org = { sub: "00u1", iss: "https://dev-1.okta.com", aud: "0oa1" };
const custom = { ...org, iss: "https://dev-1.okta.com/oauth2/default" };
const hash = { at_hash: "x" };

describe(judgeIdToken, () => {
  test.each<[string, JsonObject, boolean | undefined, IdTokenVerdict["kind"], string]>([
    ["returned alone", org, false, "fat", "without an access token"],
    ["returned with an access token", { ...org, ...hash }, true, "thin", "UserInfo"],
    ["returned with an access token, and without at_hash", org, true, "thin", "UserInfo"],
    ["of an unknown request, without at_hash", org, undefined, "fat", "no at_hash"],
    ["of a custom server, without at_hash", custom, undefined, "fat", "no at_hash"],
    [
      "with at_hash and only base claims, as the code flow returns it for openid alone",
      { ...org, ...hash },
      undefined,
      "unknown",
      "authorization code flow",
    ],
    [
      "with at_hash and only base claims, although no access token was requested",
      { ...org, ...hash },
      false,
      "unknown",
      "at_hash",
    ],
    [
      "with at_hash, of a custom server",
      { ...custom, ...hash },
      undefined,
      "thin",
      "access token was issued",
    ],
    [
      "with at_hash and profile claims, of a custom server, where an admin can set any to Always",
      { ...custom, ...hash, family_name: "User" },
      undefined,
      "thin",
      "access token was issued",
    ],
    [
      "with at_hash and the whole profile, of the org server",
      { ...org, ...hash, name: "Joe User", family_name: "User" },
      undefined,
      "fat",
      "family_name",
    ],
    [
      "with at_hash and groups, of the org server",
      { ...org, ...hash, groups: ["IT"] },
      undefined,
      "fat",
      "groups",
    ],
    [
      "with at_hash, and a name as the only profile claim",
      { ...org, ...hash, name: "Joe User", email: "joe@example.com" },
      undefined,
      "thin",
      "at_hash",
    ],
    ["that is an access token", { ...org, cid: "0oa1" }, undefined, "unknown", "access token"],
    ["that is an access token, too", { ...org, scp: ["a"] }, true, "unknown", "access token"],
  ])("judges an ID token %s", (_case, claims, returnedWithAccessToken, kind, reason) => {
    expect(judgeIdToken({ claims, returnedWithAccessToken })).toEqual({
      kind,
      reason: expect.stringContaining(reason),
    });
  });

  test("does not say that groups are missing from a thin token that has them", () => {
    const claims = { ...custom, teams: ["IT"] };
    const { kind, reason } = judgeIdToken({ claims, returnedWithAccessToken: true });
    expect(kind).toBe("thin");
    expect(reason).toContain("It still has teams");
  });

  test("takes an issuer that is not a URL for no custom server", () => {
    for (const iss of [7, null, ["/oauth2/default"]]) {
      const claims = { ...org, ...hash, iss };
      expect(judgeIdToken({ claims, returnedWithAccessToken: undefined }).kind).toBe("unknown");
    }
  });
});
