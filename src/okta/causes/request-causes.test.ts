import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import {
  both,
  email,
  listCauses,
  org,
  refused,
  testProven,
  testSeen,
  testTitles,
  valued,
} from "./test-causes.ts";
import { buildSetUp, expression, filter, ofApp, ofAppSettings } from "./test-set-up.ts";

describe("with the org's set-up", () => {
  testProven({
    none: [
      ["scope_not_requested", "no groups scope", { ...org, scopes: ["openid"] }, buildSetUp()],
      ["thin_id_token", "both tokens", { ...org, responseType: both }, buildSetUp()],
      [
        "org_access_token",
        "an org access token",
        { ...refused, responseType: "token" },
        buildSetUp(),
      ],
    ],
  });

  test("advises to call UserInfo for a thin ID token only if UserInfo has groups", () => {
    const run: RunToDiagnose = { ...org, responseType: both };
    const listSteps = (setUp: OrgSetUp) => diagnose({ ...run, setUp }).causes[0]?.steps.join(" ");
    expect(listSteps(buildSetUp())).toContain("call UserInfo");
    expect(listSteps(ofAppSettings({ groupsClaim: undefined }))).not.toContain("UserInfo");
  });

  test("does not say that a claim with another name than groups needs the groups scope", () => {
    const setUp = ofAppSettings({ groupsClaim: { name: "teams", value: filter(".*") } });
    const run = { ...org, scopes: ["openid"] };
    expect(diagnose({ ...run, setUp: buildSetUp() }).causes[0]?.expected).toContain("only if");
    const [first] = diagnose({ ...run, setUp }).causes;
    expect(first?.id).toBe("scope_not_requested");
    expect(first?.expected).toContain("don’t say");
  });

  test.each([
    ["call_userinfo", { sub: "00u1" }],
    ["thin_id_token", { sub: "00u1", name: "Ingrid" }],
  ])(
    "says where the demo org is set to a thin ID token in the code flow: %s",
    (id, idTokenClaims) => {
      const run: RunToDiagnose = { ...org, responseType: "code", idTokenClaims };
      const [first] = diagnose({ ...run, setUp: buildSetUp({ codeFlowIdToken: "thin" }) }).causes;
      expect(first?.id).toBe(id);
      expect(first?.steps).toContain(
        "Or set this demo org’s ID token of the code flow to fat: Demo org > Export, import, reset.",
      );
      const { causes } = diagnose({ ...run, setUp: buildSetUp() });
      expect(JSON.stringify(causes)).not.toContain("demo org");
    },
  );

  test("offers UserInfo only if UserInfo has the groups", () => {
    const run: RunToDiagnose = { ...org, responseType: both };
    const idsOf = (setUp: OrgSetUp) => listCauses({ ...run, setUp });
    expect(idsOf(buildSetUp())).toContain("call_userinfo");
    expect(idsOf(ofApp(filter("Sales")))).not.toContain("call_userinfo");
    expect(idsOf(ofApp(email))).not.toContain("call_userinfo");
    const joined = expression(
      'Arrays.toCsvString(Groups.startsWith("OKTA", "", 10))',
      valued("IT"),
    );
    expect(idsOf(ofApp(joined))).toEqual(["thin_id_token"]);
  });
});

describe("without the org's set-up", () => {
  test("one cause names the thin ID token and the missing groups scope, with the change that fixes both", () => {
    const run: RunToDiagnose = { ...org, responseType: both, scopes: ["openid"] };
    const [first, ...others] = diagnose(run).causes;
    expect(first).toMatchObject({
      id: "thin_id_token",
      title: "No groups: the ID token is thin, and you didn’t request the groups scope",
      change: {
        label: "Request the ID token only, with groups",
        request: { responseType: "id_token", scopes: ["openid", "groups"] },
      },
    });
    expect(others.map(({ id }) => id)).not.toContain("scope_not_requested");
  });

  testSeen({
    certain: [
      ["scope_not_requested", "no groups scope", { ...org, scopes: ["openid"] }],
      ["thin_id_token", "both tokens", { ...org, responseType: both }],
      ["org_access_token", "an org access token", { ...refused, responseType: "token" }],
    ],
  });

  const thin: RunToDiagnose = { ...org, responseType: both };
  testTitles([
    [
      "scope_not_requested",
      "No groups: you didn’t request the groups scope",
      { ...org, scopes: ["openid"] },
    ],
    ["thin_id_token", "No groups: the ID token is thin", thin],
    [
      "org_access_token",
      "No groups: org access tokens never carry them",
      { ...refused, responseType: "token" },
    ],
    ["call_userinfo", "UserInfo may have the groups", thin],
    [
      "call_userinfo",
      "UserInfo may have the groups, but the call failed",
      { ...thin, hasUserInfoFailed: true },
    ],
  ]);
});
