import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnosis.ts";
import type { RunToDiagnose } from "./reason.ts";

const scopes = ["openid", "profile", "groups"];
const person = { sub: "00u1" };
const withGroups = { ...person, groups: ["Everyone", "IT"] };
const toOrg: RunToDiagnose = { server: { kind: "org" }, responseType: "id_token", scopes };
const toCustom: RunToDiagnose = {
  server: { kind: "custom", id: "default" },
  responseType: "id_token",
  scopes: ["openid"],
};

function reasonIds(run: RunToDiagnose): readonly string[] {
  return diagnose(run).reasons.map(({ id }) => id);
}

describe(diagnose, () => {
  test("says where groups are, claim by claim, and asks for no change where all is well", () => {
    const idTokenClaims = { ...withGroups, teams: ["a"] };
    expect(diagnose({ ...toOrg, idTokenClaims })).toEqual({
      found: [
        { where: "ID token", claim: "groups", groups: ["Everyone", "IT"], count: 2 },
        { where: "ID token", claim: "teams", groups: ["a"], count: 1 },
      ],
      reasons: [],
    });
  });

  test.each<[string, RunToDiagnose, readonly string[]]>([
    [
      "the scope was not asked for",
      { ...toOrg, scopes: ["openid"], idTokenClaims: person },
      ["scope_not_asked"],
    ],
    [
      "the ID token is thin",
      { ...toOrg, responseType: "id_token token", idTokenClaims: person },
      ["thin_id_token", "userinfo_not_asked"],
    ],
    [
      "the ID token is thin, and UserInfo shows what it lost",
      {
        ...toOrg,
        responseType: "id_token token",
        idTokenClaims: person,
        userInfoClaims: withGroups,
      },
      ["thin_id_token"],
    ],
    [
      "thinness is not it: UserInfo has none either",
      { ...toOrg, responseType: "id_token token", idTokenClaims: person, userInfoClaims: person },
      ["no_groups_claim_on_app", "no_matching_group", "claim_on_custom_server"],
    ],
    [
      "an org access token never has them",
      { ...toOrg, responseType: "token" },
      ["org_access_token", "userinfo_not_asked"],
    ],
    [
      "an org access token never has them, and UserInfo would not without the scope",
      { ...toOrg, responseType: "token", scopes: ["openid"] },
      ["scope_not_asked", "org_access_token"],
    ],
    [
      "the app's settings or the person's groups",
      { ...toOrg, idTokenClaims: person },
      ["no_groups_claim_on_app", "no_matching_group", "claim_on_custom_server"],
    ],
    [
      "a custom server's claim may be on the access token",
      { ...toCustom, idTokenClaims: person },
      ["claim_on_other_token", "no_claim_on_server", "scope_condition", "no_matching_group"],
    ],
    [
      "a custom server's claim may be on the ID token",
      { ...toCustom, responseType: "token", accessTokenClaims: person, scopes },
      ["claim_on_other_token", "no_claim_on_server", "no_matching_group"],
    ],
    [
      "a custom server's claim is on the ID token: UserInfo shows it",
      { ...toCustom, responseType: "token", accessTokenClaims: person, userInfoClaims: withGroups },
      ["claim_on_other_token"],
    ],
    [
      "a custom server's claim is on the access token alone",
      {
        ...toCustom,
        responseType: "id_token token",
        idTokenClaims: person,
        accessTokenClaims: { ...person, GroupsClaim: ["Everyone"] },
      },
      ["only_on_access_token"],
    ],
    [
      "a custom server's claim is on the ID token alone",
      {
        ...toCustom,
        responseType: "id_token token",
        idTokenClaims: withGroups,
        accessTokenClaims: person,
      },
      ["only_on_id_token"],
    ],
    [
      "a custom server's claim is left out of a thin token",
      {
        ...toCustom,
        responseType: "id_token token",
        idTokenClaims: person,
        userInfoClaims: withGroups,
      },
      ["claim_not_always"],
    ],
    [
      "a custom server's claim may be left out of a thin token",
      {
        ...toCustom,
        responseType: "id_token token",
        idTokenClaims: person,
        accessTokenClaims: person,
      },
      [
        "claim_not_always",
        "userinfo_not_asked",
        "no_claim_on_server",
        "scope_condition",
        "no_matching_group",
      ],
    ],
  ])("finds why groups are missing: %s", (_case, run, ids) => {
    expect(reasonIds(run)).toEqual(ids);
  });

  test("does not count the scopes of an access token as groups", () => {
    const accessTokenClaims = { ...person, scp: ["groups", "openid"] };
    expect(diagnose({ ...toCustom, responseType: "token", accessTokenClaims }).found).toEqual([]);
  });

  test("takes an empty claim for what it is: there, and without a match", () => {
    const { found, reasons } = diagnose({ ...toOrg, idTokenClaims: { ...person, groups: [] } });
    expect(found).toEqual([]);
    expect(reasons.find(({ id }) => id === "no_matching_group")).toMatchObject({
      title: expect.stringContaining("empty"),
      observed: "The claim groups came with no group in it.",
    });
  });

  test.each<[string, RunToDiagnose]>([
    ["the scope", { ...toOrg, scopes: ["profile"] }],
    ["the thin token", { ...toOrg, responseType: "id_token token" }],
    ["the access token", { ...toOrg, responseType: "token" }],
    ["the custom server's empty claims list", { ...toCustom }],
  ])("offers a change that Okta would answer with groups: %s", (_case, run) => {
    const changes = diagnose(run).reasons.flatMap(({ change }) => change ?? []);
    const changedRuns = changes.map((change) => ({
      ...run,
      ...(change.kind === "ask_again" && change.request),
    }));
    expect(changedRuns).toContainEqual(
      expect.objectContaining({
        server: { kind: "org" },
        responseType: "id_token",
        scopes: expect.arrayContaining(["openid", "groups"]),
      }),
    );
  });

  test("says in each reason what was seen, what it takes, who acts, how, and where that is written", () => {
    for (const run of [toOrg, toCustom, { ...toCustom, responseType: "id_token token" as const }]) {
      for (const { observed, expected, steps, source } of diagnose(run).reasons) {
        expect(observed).toMatch(/\.$/);
        expect(expected).not.toBe("");
        expect(steps.length).toBeGreaterThan(0);
        expect(source.url).toMatch(/^https:/);
      }
    }
  });

  describe("of a refusal", () => {
    test("says what Okta said, and what to do", () => {
      const refusal = {
        error: "access_denied",
        description: "User is not assigned to the client application.",
      };
      expect(diagnose({ ...toOrg, refusal })).toEqual({
        found: [],
        reasons: [
          expect.objectContaining({
            title: "The person is not assigned to the app",
            observed:
              "Okta answered “access_denied”: “User is not assigned to the client application.”",
            whoActs: "okta-admin",
          }),
        ],
      });
    });

    test.each<[string, RunToDiagnose, string, string | undefined, readonly string[]]>([
      [
        "leaves out groups where a custom server lacks it",
        { ...toCustom, scopes: ["openid", "email", "groups"] },
        "One or more scopes are not configured for the authorization server resource.",
        "Remove groups and send",
        ["openid", "email"],
      ],
      [
        "leaves out what the org server does not know, and keeps groups",
        { ...toOrg, scopes: ["openid", "groups", "orders"] },
        "Custom scopes are not allowed for this request.",
        "Remove orders and send",
        ["openid", "groups"],
      ],
      [
        "adds openid where it is missing",
        { ...toOrg, scopes: ["groups"] },
        "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
        "Add openid and send",
        ["openid", "groups"],
      ],
      ["leaves the scopes alone where it knows no better", toOrg, "Something new.", undefined, []],
    ])("%s", (_case, run, description, label, scopes) => {
      const refusal = { error: "invalid_scope", description };
      const expected = label && { label, kind: "ask_again", request: { scopes } };
      const [reason] = diagnose({ ...run, refusal }).reasons;
      expect(reason?.change).toEqual(expected);
      expect(reason?.whoActs).toBe("you");
    });

    test("does without a description, and quotes what it does not know", () => {
      const { reasons } = diagnose({ ...toOrg, refusal: { error: 'a"b', description: undefined } });
      expect(reasons[0]?.observed).toBe('Okta answered “a"b”, without a description.');
    });
  });
});
