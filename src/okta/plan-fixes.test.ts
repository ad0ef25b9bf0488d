import { describe, expect, test } from "vitest";
import type { CauseId } from "./causes/cause-id.ts";
import {
  buildSetUp,
  buildUser,
  clientId,
  expression,
  filter,
  manyGroups,
  ofAppSettings,
  ofClaim,
  ofRule,
} from "./causes/test-set-up.ts";
import { diagnose } from "./diagnosis.ts";
import type { RunToDiagnose } from "./found-cause.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import { planFixes } from "./plan-fixes.ts";

const user = { sub: "00u1" };
const org: RunToDiagnose = {
  server: { kind: "org" },
  clientId,
  responseType: "id_token",
  scopes: ["openid", "groups"],
  idTokenClaims: user,
};
const both: RunToDiagnose = { ...org, responseType: "id_token token" };
const custom: RunToDiagnose = { ...org, server: { kind: "custom", id: "default" } };
const refuse = (error: string, description: string): RunToDiagnose => ({
  ...org,
  idTokenClaims: undefined,
  refusal: { error, description },
});

const noClaim = ofAppSettings({ groupsClaim: undefined });

const findFirst = (run: RunToDiagnose, setUp: OrgSetUp) => diagnose({ ...run, setUp }).causes[0];

describe(planFixes, () => {
  test.each<[string, RunToDiagnose, OrgSetUp, CauseId, CauseId, string]>([
    [
      "the groups scope",
      { ...org, scopes: ["openid"] },
      noClaim,
      "scope_not_requested",
      "no_groups_claim_on_app",
      "Add the groups scope and send",
    ],
    [
      "a thin ID token",
      both,
      noClaim,
      "thin_id_token",
      "no_groups_claim_on_app",
      "Request the ID token only",
    ],
    [
      "an org access token",
      { ...org, idTokenClaims: undefined, responseType: "token" },
      ofAppSettings({ groupsClaim: { name: "groups", value: filter("Sales") } }),
      "org_access_token",
      "no_matching_group",
      "Request the ID token only",
    ],
  ])(
    "names the causes in both the request and the set-up: %s",
    (_case, run, setUp, id, second, label) => {
      const { causes } = diagnose({ ...run, setUp });
      const [first] = causes;
      expect(first?.id).toBe(id);
      expect(first?.because).toHaveLength(2);
      expect(first?.expected).toMatch(/The (?:app|claim) .* has /);
      expect(first?.change?.label).toBe(label);
      expect(first?.setUpChange?.kind).toBe("set_app_groups_claim");
      expect(causes.map((it) => it.id)).not.toContain(second);
    },
  );

  test("chooses the change of the request that returns groups in one step", () => {
    const first = findFirst({ ...both, scopes: ["openid"] }, buildSetUp());
    expect(first?.id).toBe("thin_id_token");
    expect(first?.change?.label).toBe("Request the ID token only, with groups");
  });

  test("names two and three causes as one list", () => {
    const run = { ...both, scopes: ["openid"] };
    expect(findFirst(run, buildSetUp())?.title).toBe(
      "No groups: the ID token is thin, and you didn’t request the groups scope",
    );
    expect(findFirst(run, noClaim)?.title).toBe(
      "No groups: you didn’t request the groups scope, the ID token is thin, and the app has no groups claim",
    );
  });

  test("fixes every setting that leaves out a claim with one change", () => {
    const setUp = ofClaim({ isActive: false, isAlways: false, value: filter("Sales") });
    const first = findFirst({ ...custom, ...both, server: custom.server }, setUp);
    expect(first?.title).toContain("disabled, and no group of the user matches");
    expect(first?.setUpChange).toMatchObject({
      to: { isActive: true, isAlways: true, value: { value: ".*" } },
    });
  });

  test("does not suggest a scope that is not enough if a change of the claim is enough", () => {
    const setUp = ofClaim({ scopes: ["email"], value: filter("Sales") });
    const first = findFirst({ ...custom, scopes: ["openid"] }, setUp);
    expect(first).toMatchObject({ id: "scope_condition", whoActs: "okta-admin" });
    expect(first).not.toHaveProperty("change");
    expect(first?.setUpChange).toMatchObject({ to: { scopes: [], value: { value: ".*" } } });
  });

  test("adds every scope that a refused request lacks", () => {
    const run = {
      ...refuse(
        "invalid_scope",
        "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
      ),
      scopes: ["profile"],
    };
    const first = findFirst(run, buildSetUp());
    expect(first?.change).toMatchObject({
      label: "Add openid, add the groups scope and send",
      request: { scopes: ["openid", "profile", "groups"] },
    });
    expect(first?.expected).toContain(
      "This fix alone is not enough: there will still be no groups, because you didn’t request the groups scope.",
    );
  });

  test("names another problem of a rule", () => {
    const run = {
      ...refuse(
        "access_denied",
        "Policy evaluation failed for this request, please check the policy configurations.",
      ),
      server: custom.server,
      scopes: ["openid"],
    };
    const people = { groups: ["00gOther"], users: [] };
    const setUp = ofRule({ people, grantTypes: ["authorization_code"], scopes: ["email"] });
    const first = findFirst(run, setUp);
    expect(first).toMatchObject({ id: "rule_people", setUpChange: { to: { people: "everyone" } } });
    // The third problem is named only after the next request, because the page cuts off long texts.
    expect(first?.expected).toMatch(
      /This fix alone is not enough: Okta will refuse the request\. The rule Default rule of the policy Default policy doesn’t allow Implicit \(hybrid\)\.$/,
    );
  });

  test("does not suggest another flow that would be refused, too", () => {
    const wrongType = refuse(
      "unsupported_response_type",
      "The response type is not supported by the authorization server. Configured response types: [id_token].",
    );
    const app = { grantTypes: ["authorization_code"], responseTypes: ["id_token"] };
    const first = findFirst({ ...wrongType, responseType: "code" }, ofAppSettings(app));
    expect(first?.id).toBe("response_type_not_allowed");
    expect(first).not.toHaveProperty("change");
    expect(first?.setUpChange?.kind).toBe("change_app");
  });

  test("suggests a code for more groups than the other flows allow", () => {
    const setUp = { ...noClaim, user: buildUser(manyGroups) };
    const first = findFirst(org, setUp);
    expect(first?.change?.label).toBe("Use Code + PKCE");
    expect(first).not.toHaveProperty("setUpChange");
    expect(first?.expected).toMatch(
      / The user is in 101 groups\. Switch to Code \+ PKCE first: the other flows allow only 100\.$/,
    );
    const scopeless = findFirst(
      { ...org, scopes: ["openid"] },
      buildSetUp({ user: buildUser(manyGroups) }),
    );
    expect(scopeless?.change).toMatchObject({
      label: "Add the groups scope, use Code + PKCE",
      request: { responseType: "code", scopes: ["openid", "groups"] },
    });
  });

  test.each<[string, RunToDiagnose, string]>([
    ["a thin ID token", both, "Use Code + PKCE"],
    [
      "an access token",
      { ...org, idTokenClaims: undefined, responseType: "token", scopes: ["openid"] },
      "Use Code + PKCE, with groups",
    ],
  ])("suggests a code directly if an ID token alone would be refused: %s", (_case, run, label) => {
    const setUp = buildSetUp({ user: buildUser(manyGroups) });
    const first = findFirst(run, setUp);
    expect(first?.change).toMatchObject({
      label,
      request: { responseType: "code", scopes: ["openid", "groups"] },
    });
    expect(first?.expected).toContain(
      "Okta would refuse that request: 101 groups of it.user@example.com match the claim groups.",
    );
    expect(first?.steps.join(" ")).not.toContain("UserInfo");
  });

  test("takes a code first, if a claim must then be set to Always, too", () => {
    const setUp = { ...ofClaim({ isAlways: false }), user: buildUser(manyGroups) };
    const first = findFirst({ ...custom, responseType: "id_token token" }, setUp);
    expect(first).toMatchObject({
      id: "claim_not_always",
      change: { label: "Use Code + PKCE", request: { responseType: "code" } },
    });
    expect(first?.expected).toMatch(
      / The implicit flow allows 100\. Switch to Code \+ PKCE first\.$/,
    );
    const next = findFirst({ ...custom, responseType: "code" }, setUp);
    expect(next?.setUpChange).toMatchObject({ kind: "change_claim", to: { isAlways: true } });
  });

  test("does not offer a UserInfo call that would fail", () => {
    const setUp = buildSetUp({ user: buildUser(manyGroups) });
    const ids = diagnose({ ...both, setUp }).causes.map(({ id }) => id);
    expect(ids).not.toContain("call_userinfo");
  });

  test("suggests a claim with all groups if the claim's expression can't be fixed", () => {
    const value = expression('isMemberOfGroupName("IT") ? "a" : "b"', {
      kind: "value",
      value: "a",
    });
    const run = { ...org, idTokenClaims: { ...user, groups: "a" } };
    expect(findFirst(run, ofAppSettings({ groupsClaim: { name: "groups", value } }))).toMatchObject(
      {
        id: "claim_not_a_list",
        setUpChange: { kind: "set_app_groups_claim", value: { value: ".*" } },
      },
    );
    expect(findFirst({ ...run, server: custom.server }, ofClaim({ value }))).toMatchObject({
      id: "claim_not_a_list",
      setUpChange: { kind: "add_claim", claim: { name: "GroupsClaim", value: { value: ".*" } } },
    });
  });
});
