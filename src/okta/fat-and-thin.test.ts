import { describe, expect, test } from "vitest";
import type { JsonObject } from "../oidc/json.ts";
import { type IdTokenVerdict, judgeIdToken, type ReturnedAs } from "./fat-and-thin.ts";

const org = { sub: "00u1", iss: "https://dev-1.okta.com", aud: "0oa1" };
const custom = { ...org, iss: "https://dev-1.okta.com/oauth2/default" };
const hash = { at_hash: "x" };

describe(judgeIdToken, () => {
  test.each<[string, JsonObject, ReturnedAs, IdTokenVerdict["kind"], string]>([
    ["returned alone", org, "alone", "fat", "without an access token"],
    ["returned with an access token", { ...org, ...hash }, "with_access_token", "thin", "UserInfo"],
    [
      "returned with an access token, and without at_hash",
      org,
      "with_access_token",
      "thin",
      "UserInfo",
    ],
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
      "alone",
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
    [
      "that is an access token, too",
      { ...org, scp: ["a"] },
      "with_access_token",
      "unknown",
      "access token",
    ],
    [
      "for a code, with groups, of the org server",
      { ...org, ...hash, groups: ["IT"] },
      "for_code",
      "fat",
      "It has groups",
    ],
    [
      "for a code, with a name as the only profile claim, as older orgs returned it",
      { ...org, ...hash, name: "Joe User" },
      "for_code",
      "thin",
      "also exchanged for an access token",
    ],
    ["for a code, with base claims only", org, "for_code", "unknown", "can still be fat"],
    [
      "for a code, of a custom server",
      custom,
      "for_code",
      "thin",
      "also exchanged for an access token",
    ],
  ])("judges an ID token %s", (_case, claims, returned, kind, reason) => {
    expect(judgeIdToken({ claims, returned })).toEqual({
      kind,
      reason: expect.stringContaining(reason),
    });
  });

  test("does not say that groups are missing from a thin token that has them", () => {
    const claims = { ...custom, team_groups: ["IT"] };
    const { kind, reason } = judgeIdToken({ claims, returned: "with_access_token" });
    expect(kind).toBe("thin");
    expect(reason).toContain("It still has team_groups");
  });

  test("does not treat an issuer that is not a URL as a custom server", () => {
    for (const iss of [7, null, ["/oauth2/default"]]) {
      const claims = { ...org, ...hash, iss };
      expect(judgeIdToken({ claims, returned: undefined }).kind).toBe("unknown");
    }
  });
});
