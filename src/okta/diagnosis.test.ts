import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnosis.ts";
import type { RunToDiagnose } from "./reason.ts";

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
function expectFirst(run: RunToDiagnose, titles: readonly (keyof typeof title)[]) {
  const { reasons } = diagnose(run);
  expect(reasons.slice(0, titles.length).map(({ title }) => title)).toEqual(
    titles.map((name) => title[name]),
  );
  const rest = reasons.slice(titles.length).map(({ certainty }) => certainty);
  expect(rest).toEqual(rest.map(() => "possible"));
}

const title = {
  scope: "No groups: you didn’t request the groups scope",
  thin: "No groups: the ID token is thin",
  thinAndScope: "No groups: the ID token is thin, and you didn’t request the groups scope",
  orgAccessToken: "No groups: org access tokens never carry them",
  userInfo: "UserInfo may have the groups",
  userInfoFailed: "UserInfo may have the groups, but the call failed",
  appClaim: "No groups: the app may have no groups claim",
  noMatch: "The user may be in no matching group",
  onAccessToken: "No groups: the claim may be on the access token",
  onIdToken: "No groups: the claim may be on the ID token",
  serverClaim: "No groups: the server may have no groups claim",
  scopeCondition: "The claim may be limited to a scope",
  maybeNotAlways: "No groups: the claim may not be set to Always",
  notAlways: "No groups in the tokens: the claim isn’t set to Always",
  notInIdToken: "The ID token has no groups",
  notInAccessToken: "The access token has no groups",
  unreadableIdToken: "Groups can’t be seen: the ID token can’t be decoded",
  unreadableAccessToken: "Groups can’t be seen: the access token can’t be decoded",
  encrypted: "Groups can’t be seen: the ID token is encrypted",
  empty: "The groups claim is empty",
};

describe(diagnose, () => {
  test("lists the groups of each claim, and gives no reason if no groups are missing", () => {
    const idTokenClaims = { ...withGroups, team_groups: ["a"] };
    expect(diagnose({ ...orgRun, idTokenClaims })).toMatchObject({
      found: [
        { where: "ID token", claim: "groups", groups: ["Everyone", "IT"] },
        { where: "ID token", claim: "team_groups", groups: ["a"] },
      ],
      reasons: [],
    });
  });

  test("does not count the scopes of an access token as groups", () => {
    const accessTokenClaims = { ...user, scp: ["groups", "openid"] };
    expect(diagnose({ ...customRun, responseType: "token", accessTokenClaims }).found).toEqual([]);
  });

  test.each<[string, Partial<RunToDiagnose>, readonly (keyof typeof title)[]]>([
    ["the scope was not requested", { scopes: ["openid"], idTokenClaims: user }, ["scope"]],
    ["the ID token is thin", { responseType: both, idTokenClaims: user }, ["thin", "userInfo"]],
    [
      "the ID token is thin, and UserInfo was called and refused",
      { responseType: both, idTokenClaims: user, hasUserInfoFailed: true },
      ["thin", "userInfoFailed"],
    ],
    [
      "the ID token is thin, and UserInfo can't be called without openid",
      { responseType: both, idTokenClaims: user, scopes: ["groups"] },
      ["thin"],
    ],
    [
      "the ID token is thin, and UserInfo has what it left out",
      { responseType: both, idTokenClaims: user, userInfoClaims: withGroups },
      ["thin"],
    ],
    [
      "thin, and without the groups scope",
      { responseType: both, idTokenClaims: user, scopes: ["openid"] },
      ["thinAndScope"],
    ],
    [
      "not because it is thin: UserInfo has none either",
      { responseType: both, idTokenClaims: user, userInfoClaims: user },
      ["appClaim", "noMatch"],
    ],
    [
      "an org access token never has groups",
      { responseType: "token" },
      ["orgAccessToken", "userInfo"],
    ],
    [
      "an org access token never has groups, nor has UserInfo without the scope",
      { responseType: "token", scopes: ["openid"] },
      ["orgAccessToken", "scope"],
    ],
    [
      "UserInfo has none for the access token",
      { responseType: "token", userInfoClaims: user },
      ["appClaim", "noMatch"],
    ],
    ["the app's settings, or the user's groups", { idTokenClaims: user }, ["appClaim", "noMatch"]],
    ["the claim is empty", { idTokenClaims: { ...user, groups: [] } }, ["empty"]],
    [
      "for a code, a fat ID token: the app's settings",
      { responseType: "code", idTokenClaims: { ...user, given_name: "Joe" } },
      ["appClaim", "noMatch"],
    ],
    [
      "for a code, a thin ID token of an older org",
      { responseType: "code", idTokenClaims: { ...user, name: "Joe User" } },
      ["thin", "userInfo"],
    ],
    [
      "for a code, an ID token whose claims don't tell: the app's settings, or UserInfo",
      { responseType: "code", idTokenClaims: user },
      ["appClaim", "userInfo", "noMatch"],
    ],
    [
      "for a code, an ID token without the groups that UserInfo has",
      { responseType: "code", idTokenClaims: user, userInfoClaims: withGroups },
      ["thin"],
    ],
    [
      "for a code without the groups scope",
      { responseType: "code", idTokenClaims: { ...user, given_name: "Joe" }, scopes: ["openid"] },
      ["scope"],
    ],
    [
      "for a code without openid: an org access token never has groups",
      { responseType: "code", scopes: ["okta.users.read"] },
      ["orgAccessToken", "scope"],
    ],
    [
      "for a code with a fat ID token beside it",
      { responseType: "code id_token", idTokenClaims: { ...user, given_name: "Joe" } },
      ["appClaim", "noMatch"],
    ],
    [
      "for a code, the ID token can't be decoded",
      { responseType: "code", unreadable: { "ID token": "malformed" } },
      ["unreadableIdToken", "userInfo"],
    ],
    [
      "the ID token can't be decoded",
      { unreadable: { "ID token": "malformed" } },
      ["unreadableIdToken"],
    ],
    ["the ID token is encrypted", { unreadable: { "ID token": "encrypted" } }, ["encrypted"]],
    [
      "the ID token can't be decoded, but UserInfo can be called",
      { responseType: both, unreadable: { "ID token": "malformed" } },
      ["unreadableIdToken", "userInfo"],
    ],
  ])("explains missing groups of the org server: %s", (_case, run, titles) => {
    expectFirst({ ...orgRun, ...run }, titles);
  });

  test.each<[string, Partial<RunToDiagnose>, readonly (keyof typeof title)[]]>([
    [
      "the claim may be on the access token",
      { idTokenClaims: user },
      ["serverClaim", "onAccessToken", "scopeCondition", "noMatch"],
    ],
    [
      "the claim may be on the ID token",
      { responseType: "token", accessTokenClaims: user, scopes },
      ["serverClaim", "onIdToken", "noMatch"],
    ],
    [
      "the claim is on the ID token: UserInfo has groups",
      { responseType: "token", accessTokenClaims: user, userInfoClaims: withGroups },
      ["notInAccessToken"],
    ],
    [
      "the claim is not on the ID token: UserInfo has no groups",
      { responseType: "token", accessTokenClaims: user, userInfoClaims: user, scopes },
      ["serverClaim", "noMatch"],
    ],
    [
      "the claim is on the access token only",
      {
        responseType: both,
        idTokenClaims: user,
        accessTokenClaims: { ...user, GroupsClaim: ["Everyone"] },
      },
      ["notInIdToken"],
    ],
    [
      "the claim is on the ID token only",
      { responseType: both, idTokenClaims: withGroups, accessTokenClaims: user },
      ["notInAccessToken"],
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
      ["notAlways"],
    ],
    [
      "the thin ID token may leave the claim out",
      { responseType: both, idTokenClaims: user, accessTokenClaims: user },
      ["serverClaim", "maybeNotAlways", "userInfo", "scopeCondition", "noMatch"],
    ],
    [
      "the claim is empty",
      { responseType: "token", accessTokenClaims: { ...user, groups: [] }, userInfoClaims: user },
      ["empty"],
    ],
    [
      "for a code, the thin ID token may leave the claim out",
      { responseType: "code", idTokenClaims: user, accessTokenClaims: user },
      ["serverClaim", "maybeNotAlways", "userInfo", "scopeCondition", "noMatch"],
    ],
    [
      "for a code, the claim is on the access token only",
      { responseType: "code", idTokenClaims: user, accessTokenClaims: withGroups },
      ["notInIdToken"],
    ],
    [
      "for a code without openid, the claim may be on the ID token",
      { responseType: "code", scopes: ["groups"], accessTokenClaims: user },
      ["serverClaim", "onIdToken", "noMatch"],
    ],
    [
      "the ID token can't be decoded",
      { unreadable: { "ID token": "malformed" } },
      ["unreadableIdToken"],
    ],
    ["the ID token is encrypted", { unreadable: { "ID token": "encrypted" } }, ["encrypted"]],
    [
      "the access token can't be decoded",
      {
        responseType: both,
        idTokenClaims: withGroups,
        unreadable: { "Access token": "malformed" },
      },
      ["unreadableAccessToken"],
    ],
  ])("explains missing groups of a custom server: %s", (_case, run, titles) => {
    expectFirst({ ...customRun, ...run }, titles);
  });

  test("does not say that UserInfo was never called, because a call may have failed", () => {
    const { reasons } = diagnose({ ...orgRun, responseType: both, idTokenClaims: user });
    expect(JSON.stringify(reasons)).not.toMatch(/not (?:been )?called|haven’t/i);
  });

  test("says which token or response of the org server has no groups", () => {
    const observed = (run: Partial<RunToDiagnose>) =>
      diagnose({ ...orgRun, ...run }).reasons[0]?.observed;
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
      .reasons.flatMap((reason) => reason.change ?? [])
      .find((it) => it.label === label);
    expect({ ...run, ...(change?.kind === "send_request" && change.request) }).toMatchObject({
      server: { kind: "org" },
      responseType: "id_token",
      scopes: expect.arrayContaining(["openid", "groups"]),
    });
  });

  test("does not send scopes to a custom server that the server may lack", () => {
    const run = { ...orgRun, scopes: [...scopes, "okta.users.read"], idTokenClaims: user };
    const changes = diagnose(run).reasons.flatMap(({ change }) => change ?? []);
    expect(changes).toEqual([
      {
        label: "Send to the custom server default",
        kind: "send_request",
        request: { server: { kind: "custom", id: "default" }, scopes: ["openid", "profile"] },
      },
    ]);
  });

  test("gives each reason complete sentences, steps, a source and a unique ID", () => {
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
      const { reasons } = diagnose(run);
      expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
      for (const { observed, expected, steps, source } of reasons) {
        expect(observed).toMatch(/\.$/);
        expect(expected).toMatch(/\.(?:\*)?$/);
        expect(steps).not.toEqual([]);
        expect(source.url).toMatch(/^https:/);
      }
    }
  });
});
