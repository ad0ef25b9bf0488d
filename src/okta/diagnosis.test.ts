import { describe, expect, test } from "vitest";
import type { CauseId } from "./causes/cause-id.ts";
import { diagnose } from "./diagnosis.ts";
import type { RunToDiagnose } from "./found-cause.ts";

const scopes = ["openid", "profile", "groups"];
const user = { sub: "00u1" };
const withGroups = { ...user, groups: ["Everyone", "IT"] };
const orgRun: RunToDiagnose = { server: { kind: "org" }, responseType: "id_token", scopes };
const customRun: RunToDiagnose = {
  server: { kind: "custom", id: "default" },
  responseType: "id_token",
  scopes: ["openid"],
};
const both = "id_token token";

/** Expects these causes first. All other causes are only possible. */
function expectFirst(run: RunToDiagnose, ids: readonly CauseId[]) {
  const { causes } = diagnose(run);
  expect(causes.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
  const rest = causes.slice(ids.length).map(({ certainty }) => certainty);
  expect(rest).toEqual(rest.map(() => "possible"));
}

describe(diagnose, () => {
  test("lists the groups of each claim, and gives no cause if no groups are missing", () => {
    const idTokenClaims = { ...withGroups, team_groups: ["a"] };
    expect(diagnose({ ...orgRun, idTokenClaims })).toMatchObject({
      found: [
        { where: "ID token", claim: "groups", groups: ["Everyone", "IT"] },
        { where: "ID token", claim: "team_groups", groups: ["a"] },
      ],
      causes: [],
    });
  });

  test("does not count the scopes of an access token as groups", () => {
    const accessTokenClaims = { ...user, scp: ["groups", "openid"] };
    expect(diagnose({ ...customRun, responseType: "token", accessTokenClaims }).found).toEqual([]);
  });

  test.each<[string, Partial<RunToDiagnose>, readonly CauseId[]]>([
    [
      "the scope was not requested",
      { scopes: ["openid"], idTokenClaims: user },
      ["scope_not_requested"],
    ],
    [
      "the ID token is thin",
      { responseType: both, idTokenClaims: user },
      ["thin_id_token", "call_userinfo"],
    ],
    [
      "the ID token is thin, and UserInfo was called and refused",
      { responseType: both, idTokenClaims: user, hasUserInfoFailed: true },
      ["thin_id_token", "call_userinfo"],
    ],
    [
      "the ID token is thin, and UserInfo can't be called without openid",
      { responseType: both, idTokenClaims: user, scopes: ["groups"] },
      ["thin_id_token"],
    ],
    [
      "the ID token is thin, and UserInfo has what it left out",
      { responseType: both, idTokenClaims: user, userInfoClaims: withGroups },
      ["thin_id_token"],
    ],
    [
      "thin, and without the groups scope",
      { responseType: both, idTokenClaims: user, scopes: ["openid"] },
      ["thin_id_token"],
    ],
    [
      "not because it is thin: UserInfo has none either",
      { responseType: both, idTokenClaims: user, userInfoClaims: user },
      ["no_groups_claim_on_app", "no_matching_group"],
    ],
    [
      "an org access token never has groups",
      { responseType: "token" },
      ["org_access_token", "call_userinfo"],
    ],
    [
      "an org access token never has groups, nor has UserInfo without the scope",
      { responseType: "token", scopes: ["openid"] },
      ["org_access_token", "scope_not_requested"],
    ],
    [
      "UserInfo has none for the access token",
      { responseType: "token", userInfoClaims: user },
      ["no_groups_claim_on_app", "no_matching_group"],
    ],
    [
      "the app's settings, or the user's groups",
      { idTokenClaims: user },
      ["no_groups_claim_on_app", "no_matching_group"],
    ],
    ["the claim is empty", { idTokenClaims: { ...user, groups: [] } }, ["claim_empty"]],
    [
      "for a code, a fat ID token: the app's settings",
      { responseType: "code", idTokenClaims: { ...user, given_name: "Joe" } },
      ["no_groups_claim_on_app", "no_matching_group"],
    ],
    [
      "for a code, a thin ID token of an older org",
      { responseType: "code", idTokenClaims: { ...user, name: "Joe User" } },
      ["thin_id_token", "call_userinfo"],
    ],
    [
      "for a code, an ID token whose claims don't tell: the app's settings, or UserInfo",
      { responseType: "code", idTokenClaims: user },
      ["no_groups_claim_on_app", "call_userinfo", "no_matching_group"],
    ],
    [
      "for a code, an ID token without the groups that UserInfo has",
      { responseType: "code", idTokenClaims: user, userInfoClaims: withGroups },
      ["thin_id_token"],
    ],
    [
      "for a code without the groups scope",
      { responseType: "code", idTokenClaims: { ...user, given_name: "Joe" }, scopes: ["openid"] },
      ["scope_not_requested"],
    ],
    [
      "for a code without openid: an org access token never has groups",
      { responseType: "code", scopes: ["okta.users.read"] },
      ["org_access_token", "scope_not_requested"],
    ],
    [
      "for a code with a fat ID token beside it",
      { responseType: "code id_token", idTokenClaims: { ...user, given_name: "Joe" } },
      ["no_groups_claim_on_app", "no_matching_group"],
    ],
    [
      "for a code, the ID token can't be decoded",
      { responseType: "code", unreadable: { "ID token": "malformed" } },
      ["unreadable_token", "call_userinfo"],
    ],
    [
      "the ID token can't be decoded",
      { unreadable: { "ID token": "malformed" } },
      ["unreadable_token"],
    ],
    ["the ID token is encrypted", { unreadable: { "ID token": "encrypted" } }, ["encrypted_token"]],
    [
      "the ID token can't be decoded, but UserInfo can be called",
      { responseType: both, unreadable: { "ID token": "malformed" } },
      ["unreadable_token", "call_userinfo"],
    ],
  ])("explains missing groups of the org server: %s", (_case, run, ids) => {
    expectFirst({ ...orgRun, ...run }, ids);
  });

  test.each<[string, Partial<RunToDiagnose>, readonly CauseId[]]>([
    [
      "the claim may be on the access token",
      { idTokenClaims: user },
      ["no_claim_on_server", "claim_on_other_token", "scope_condition", "no_matching_group"],
    ],
    [
      "the claim may be on the ID token",
      { responseType: "token", accessTokenClaims: user, scopes },
      ["no_claim_on_server", "claim_on_other_token", "no_matching_group"],
    ],
    [
      "the claim is on the ID token: UserInfo has groups",
      { responseType: "token", accessTokenClaims: user, userInfoClaims: withGroups },
      ["only_on_id_token"],
    ],
    [
      "the claim is not on the ID token: UserInfo has no groups",
      { responseType: "token", accessTokenClaims: user, userInfoClaims: user, scopes },
      ["no_claim_on_server", "no_matching_group"],
    ],
    [
      "the claim is on the access token only",
      {
        responseType: both,
        idTokenClaims: user,
        accessTokenClaims: { ...user, GroupsClaim: ["Everyone"] },
      },
      ["only_on_access_token"],
    ],
    [
      "the claim is on the ID token only",
      { responseType: both, idTokenClaims: withGroups, accessTokenClaims: user },
      ["only_on_id_token"],
    ],
    [
      "both tokens have them",
      { responseType: both, idTokenClaims: withGroups, accessTokenClaims: withGroups },
      [],
    ],
    [
      "the thin ID token leaves the claim out: UserInfo has groups",
      {
        responseType: both,
        idTokenClaims: user,
        accessTokenClaims: user,
        userInfoClaims: withGroups,
      },
      ["claim_not_always"],
    ],
    [
      "the thin ID token may leave the claim out",
      { responseType: both, idTokenClaims: user, accessTokenClaims: user },
      [
        "no_claim_on_server",
        "claim_not_always",
        "call_userinfo",
        "scope_condition",
        "no_matching_group",
      ],
    ],
    [
      "the claim is empty",
      { responseType: "token", accessTokenClaims: { ...user, groups: [] }, userInfoClaims: user },
      ["claim_empty"],
    ],
    [
      "for a code, the thin ID token may leave the claim out",
      { responseType: "code", idTokenClaims: user, accessTokenClaims: user },
      [
        "no_claim_on_server",
        "claim_not_always",
        "call_userinfo",
        "scope_condition",
        "no_matching_group",
      ],
    ],
    [
      "for a code, the claim is on the access token only",
      { responseType: "code", idTokenClaims: user, accessTokenClaims: withGroups },
      ["only_on_access_token"],
    ],
    [
      "for a code without openid, the claim may be on the ID token",
      { responseType: "code", scopes: ["groups"], accessTokenClaims: user },
      ["no_claim_on_server", "claim_on_other_token", "no_matching_group"],
    ],
    [
      "the ID token can't be decoded",
      { unreadable: { "ID token": "malformed" } },
      ["unreadable_token"],
    ],
    ["the ID token is encrypted", { unreadable: { "ID token": "encrypted" } }, ["encrypted_token"]],
    [
      "the access token can't be decoded",
      {
        responseType: both,
        idTokenClaims: withGroups,
        unreadable: { "Access token": "malformed" },
      },
      ["unreadable_token"],
    ],
  ])("explains missing groups of a custom server: %s", (_case, run, ids) => {
    expectFirst({ ...customRun, ...run }, ids);
  });

  test("does not say that UserInfo was never called, because a call may have failed", () => {
    const { causes } = diagnose({ ...orgRun, responseType: both, idTokenClaims: user });
    expect(JSON.stringify(causes)).not.toMatch(/not (?:been )?called|haven’t/i);
  });

  test("says which token or response of the org server has no groups", () => {
    const observed = (run: Partial<RunToDiagnose>) =>
      diagnose({ ...orgRun, ...run }).causes[0]?.observed;
    expect(observed({ idTokenClaims: user })).toContain("the ID token has no groups");
    expect(observed({ responseType: "token", userInfoClaims: user })).toContain(
      "UserInfo has no groups",
    );
  });

  test.each<[string, RunToDiagnose, string]>([
    [
      "the scope",
      { ...orgRun, scopes: ["profile"], idTokenClaims: user },
      "Add the groups scope and send",
    ],
    [
      "the thin token",
      { ...orgRun, responseType: both, idTokenClaims: user },
      "Request the ID token only",
    ],
    ["the access token", { ...orgRun, responseType: "token" }, "Request the ID token only"],
    [
      "the access token and the scope",
      { ...orgRun, responseType: "token", scopes: ["openid"] },
      "Request the ID token only, with groups",
    ],
    [
      "a code without openid and groups",
      { ...orgRun, responseType: "code", scopes: ["okta.users.read"] },
      "Request the ID token only, with groups",
    ],
    [
      "the thin token of an older org",
      { ...orgRun, responseType: "code", idTokenClaims: { ...user, name: "Joe User" } },
      "Request the ID token only",
    ],
    [
      "the custom server",
      { ...customRun, idTokenClaims: user },
      "Request the ID token from the org server",
    ],
  ])("offers a change that makes the org server return groups: %s", (_case, run, label) => {
    const change = diagnose(run)
      .causes.flatMap((cause) => cause.change ?? [])
      .find((it) => it.label === label);
    expect({ ...run, ...(change?.kind === "send_request" && change.request) }).toMatchObject({
      server: { kind: "org" },
      responseType: "id_token",
      scopes: expect.arrayContaining(["openid", "groups"]),
    });
  });

  test("does not send scopes to a custom server that the server may lack", () => {
    const run = { ...orgRun, scopes: [...scopes, "okta.users.read"], idTokenClaims: user };
    const changes = diagnose(run).causes.flatMap(({ change }) => change ?? []);
    expect(changes).toEqual([
      {
        label: "Send to the custom server default",
        kind: "send_request",
        action: expect.any(String),
        request: { server: { kind: "custom", id: "default" }, scopes: ["openid", "profile"] },
      },
    ]);
  });

  test("gives each cause complete sentences, steps, a source and a unique ID", () => {
    const runs: readonly RunToDiagnose[] = [
      { ...orgRun, idTokenClaims: user },
      { ...orgRun, responseType: both, idTokenClaims: user },
      { ...customRun, idTokenClaims: user },
      { ...customRun, responseType: both, idTokenClaims: user, accessTokenClaims: user },
      { ...orgRun, responseType: "code", idTokenClaims: user },
      { ...orgRun, responseType: "code", idTokenClaims: { ...user, name: "Joe User" } },
      { ...customRun, responseType: "code", idTokenClaims: user, accessTokenClaims: user },
    ];
    for (const run of runs) {
      const { causes } = diagnose(run);
      expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length);
      for (const { observed, expected, steps, source } of causes) {
        expect(observed).toMatch(/\.$/);
        expect(expected).toMatch(/\.(?:\*)?$/);
        expect(steps).not.toEqual([]);
        expect(source.url).toMatch(/^https:/);
      }
    }
  });
});
