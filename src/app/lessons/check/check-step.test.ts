import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../oidc/json.ts";
import { buildApp, buildSetUp } from "../../../okta/causes/test-set-up.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import { buildRun, buildTokenRequest, testClaims } from "../../result/test-run.ts";
import type { Run } from "../../run.ts";
import { guideSetUp } from "../catalogue/set-ups.ts";
import type { Expectation, LessonStep } from "../lesson.ts";
import { checkStep, type StepEvidence } from "./check-step.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const { groups: _, ...withoutGroups } = fat;
const scopes = ["openid", "profile", "email", "groups"];

function buildStep(
  expected: Expectation,
  request: Partial<LessonStep["request"]> = {},
): LessonStep {
  return {
    title: "A step",
    watch: "Watch the groups.",
    request: { server: "org", responseType: "id_token", scopes, ...request },
    person: "it.user@example.com",
    setUp: guideSetUp,
    expected,
  };
}

const check = (step: LessonStep, run: Run | undefined, evidence: Partial<StepEvidence> = {}) =>
  checkStep(step, { run, isDemoOrg: true, ...evidence });

const inIdToken: Expectation = {
  kind: "groups",
  place: "ID token",
  groups: ["IT", "Everyone"],
  weight: "fat",
};
const fatRun = () => buildRun({ idToken: fat });
const thinRun = (parts: Parameters<typeof buildRun>[0] = {}) =>
  buildRun({ idToken: thin, accessToken: orgAccessToken, ...parts });
const customRun = buildRun({
  accessToken: customAccessToken,
  request: { server: { kind: "custom", id: "default" }, scopes: ["openid"] },
});
const groupsStep = buildStep(inIdToken);
const refusedStep = buildStep({ kind: "refused", error: "invalid_scope" });
const refusedRun = (error: string) => buildRun({ parameters: { error } });
const codeRun = (idToken: JsonObject) =>
  buildRun({
    parameters: { code: "c" },
    request: { responseType: "code" },
    tokenRequest: buildTokenRequest({ idToken }),
  });
const both = { responseType: "id_token token" } as const;
const user = (login: string): OrgSetUp["user"] => ({
  id: fat.sub,
  login,
  status: "ACTIVE",
  hasPassword: true,
  groups: [
    { id: "00g1", name: "Everyone", isImported: false },
    { id: "00g2", name: "IT", isImported: false },
  ],
});

describe("a step is not done yet:", () => {
  test.each<[string, LessonStep, Run | undefined, RegExp, string]>([
    ["before its request is sent", groupsStep, undefined, /Not sent/, "send"],
    [
      "after a response that nobody requested",
      groupsStep,
      buildRun({ idToken: fat, request: null }),
      /Not sent/,
      "send",
    ],
    [
      "while its code is being exchanged",
      groupsStep,
      buildRun({
        parameters: { code: "c" },
        tokenRequest: { status: "sending", tokenEndpoint: undefined, codeVerifier: "v" },
      }),
      /exchanged/,
      "wait",
    ],
    [
      "before UserInfo is called",
      buildStep({ kind: "no_groups", place: "UserInfo" }, both),
      thinRun(),
      /not called/,
      "call-user-info",
    ],
  ])("%s", (_case, step, run, text, next) => {
    expect(check(step, run)).toEqual({
      status: "waiting",
      text: expect.stringMatching(text),
      next,
    });
  });
});

describe("a step is done:", () => {
  test.each<[string, LessonStep, Run, RegExp]>([
    ["with the groups, in any order", groupsStep, fatRun(), /lists IT and Everyone/],
    [
      "with groups in an access token",
      buildStep(
        { kind: "groups", place: "Access token", groups: ["Everyone", "IT"] },
        { server: "custom", responseType: "token", scopes: ["openid"] },
      ),
      customRun,
      /The access token lists Everyone and IT/,
    ],
    [
      "with groups from UserInfo",
      buildStep({ kind: "groups", place: "UserInfo", groups: ["Everyone", "IT"] }, both),
      thinRun({ userInfo }),
      /UserInfo lists/,
    ],
    [
      "with an ID token for a code",
      buildStep(inIdToken, { responseType: "code" }),
      codeRun({ ...fat, at_hash: "x" }),
      /lists/,
    ],
    [
      "with a thin ID token without groups",
      buildStep({ kind: "no_groups", place: "ID token", weight: "thin" }, both),
      thinRun(),
      /has no groups/,
    ],
    [
      "with an access token that is for Okta alone",
      buildStep({ kind: "no_groups", place: "Access token" }, { responseType: "token" }),
      buildRun({ accessToken: orgAccessToken }),
      /The access token has no groups/,
    ],
    [
      "with the refusal that it is about",
      refusedStep,
      refusedRun("invalid_scope"),
      /Refused with invalid_scope/,
    ],
    [
      "with its claims, and without others",
      buildStep({
        kind: "claims",
        present: [{ place: "ID token", name: "nickname" }],
        absent: [{ place: "ID token", name: "department" }],
      }),
      fatRun(),
      /nickname is in the ID token and department is left out/,
    ],
  ])("%s", (_case, step, run, text) => {
    expect(check(step, run)).toEqual({ status: "done", text: expect.stringMatching(text) });
  });

  test("another org's token has any groups", () => {
    const others = buildRun({ idToken: { ...fat, groups: ["Sales", "EMEA", "A"] } });
    expect(check(groupsStep, others, { isDemoOrg: false })).toEqual({
      status: "done",
      text: "The ID token lists 3 groups.",
    });
  });

  test("the set-up proves the cause that the step is about", () => {
    const step = buildStep({
      kind: "no_groups",
      place: "ID token",
      cause: "no_groups_claim_on_app",
    });
    const run = buildRun({ idToken: withoutGroups });
    const setUp = buildSetUp({
      app: buildApp({ groupsClaim: undefined }),
      user: user("it.user@example.com"),
    });
    expect(check(step, run, { setUp })).toMatchObject({ status: "done" });
  });
});

describe("a step says what is different:", () => {
  test.each<[string, LessonStep, Run, RegExp, fix?: string]>([
    [
      "the server",
      groupsStep,
      customRun,
      /went to the server default.*the org server/,
      "set-request",
    ],
    [
      "the custom server of the demo org",
      buildStep(inIdToken, { server: "custom", responseType: "token" }),
      buildRun({
        accessToken: customAccessToken,
        request: { server: { kind: "custom", id: "aus1" } },
      }),
      /went to the server aus1.*the server default/,
      "set-request",
    ],
    ["the token type", groupsStep, thinRun(), /response_type id_token token/, "set-request"],
    [
      "the scopes",
      buildStep(inIdToken, { scopes: ["openid"] }),
      fatRun(),
      /scopes differ/,
      "set-request",
    ],
    [
      "a response that must not be used",
      groupsStep,
      buildRun({ idToken: { ...fat, nonce: "another" } }),
      /Don’t use this response/,
    ],
    ["a refusal", groupsStep, refusedRun("access_denied"), /Refused: access_denied/],
    [
      "another refusal",
      refusedStep,
      refusedRun("access_denied"),
      /access_denied, not invalid_scope/,
    ],
    ["no refusal", refusedStep, fatRun(), /was not refused/],
    ["no groups", groupsStep, buildRun({ idToken: withoutGroups }), /has no groups/],
    [
      "other groups",
      buildStep({ kind: "groups", place: "ID token", groups: ["IT"] }),
      fatRun(),
      /lists Everyone and IT. It should be IT/,
    ],
    [
      "too few groups",
      buildStep({ kind: "groups", place: "ID token", atLeast: 101 }),
      fatRun(),
      /101 or more/,
    ],
    [
      "groups where there should be none",
      buildStep({ kind: "no_groups", place: "ID token" }),
      fatRun(),
      /lists 2 groups/,
    ],
    [
      "the weight of the ID token for a code, as of older orgs",
      buildStep(inIdToken, { responseType: "code" }),
      codeRun(thin),
      /is thin. It should be fat/,
    ],
    [
      "a claim that is missing",
      buildStep({ kind: "claims", present: [{ place: "ID token", name: "department" }] }),
      fatRun(),
      /department is not in the ID token/,
    ],
    [
      "a claim that should be left out",
      buildStep({ kind: "claims", present: [], absent: [{ place: "ID token", name: "nickname" }] }),
      fatRun(),
      /nickname is in the ID token/,
    ],
  ])("%s", (_case, step, run, text, fix = "send") => {
    expect(check(step, run)).toEqual({
      status: "different",
      text: expect.stringMatching(text),
      fix,
    });
  });

  test("the user who signed in", () => {
    const setUp = buildSetUp({ user: user("joe.user@example.com") });
    expect(check(groupsStep, fatRun(), { setUp })).toMatchObject({
      status: "different",
      text: expect.stringMatching(/Signed in as joe\.user@example\.com/),
    });
  });

  test("the cause, if the set-up proves another one", () => {
    const step = buildStep({ kind: "no_groups", place: "ID token", cause: "thin_id_token" });
    const setUp = buildSetUp({
      app: buildApp({ groupsClaim: undefined }),
      user: user("it.user@example.com"),
    });
    const run = buildRun({ idToken: withoutGroups });
    expect(check(step, run, { setUp })).toMatchObject({
      status: "different",
      text: expect.stringMatching(/another reason/),
    });
  });

  test("the demo org’s set-up", () => {
    const run = buildRun({ idToken: withoutGroups });
    expect(check(groupsStep, run, { isSetUp: false })).toMatchObject({
      status: "different",
      text: expect.stringMatching(/ The demo org’s set-up differs\.$/),
    });
  });
});
