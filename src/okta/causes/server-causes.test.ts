import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { CauseId } from "./cause-id.ts";
import {
  custom,
  customBoth,
  denied,
  email,
  noApiAccess,
  testPossible,
  testProven,
  testSeen,
  testTitles,
  valued,
} from "./test-causes.ts";
import {
  buildApp,
  buildClaim,
  buildPolicy,
  buildRule,
  expression,
  filter,
  ofClaim,
  ofServer,
} from "./test-set-up.ts";

describe("with the org's set-up", () => {
  testProven({
    add_claim: [
      ["no_claim_on_server", "a new custom server", custom, ofServer({ claims: [] })],
      [
        "no_claim_on_server",
        "claims that are not of groups",
        custom,
        ofClaim({ name: "department", value: expression("user.department", valued("IT")) }),
      ],
    ],
    change_claim: [
      ["scope_condition", "a scope that is not requested", custom, ofClaim({ scopes: ["groups"] })],
      [
        "claim_disabled",
        "an inactive claim",
        custom,
        ofClaim({ isActive: false, isAlways: false }),
      ],
    ],
  });

  test("says what a claim holds that is only named like groups", () => {
    const value = expression("session.amr", valued(["pwd"]));
    const [first] = diagnose({ ...custom, setUp: ofClaim({ value }) }).causes;
    expect(first).toMatchObject({
      id: "no_claim_on_server",
      title: "No groups: the server’s claim groups is not a list of groups",
      observed: expect.stringContaining("It holds the authentication methods of the sign-in."),
      setUpChange: { kind: "add_claim", claim: { name: "GroupsClaim" } },
    });
    expect(first?.steps).toContain(
      "Or change the value of the claim groups, if no app reads what it holds now.",
    );
  });

  test("says what that claim holds if the other token has the groups", () => {
    const claims = [
      buildClaim({ value: expression("session.amr", valued(["pwd"])) }),
      buildClaim({ id: "ocl2", name: "teams", token: "access_token" }),
    ];
    const [first] = diagnose({ ...custom, setUp: ofServer({ claims }) }).causes;
    expect(first?.id).toBe("claim_on_other_token");
    expect(first?.observed).toBe(
      "On the server default, only the access token has a groups claim. The claim groups of the server default has the expression “session.amr”. It holds the authentication methods of the sign-in.",
    );
  });

  test("suggests a claim name that the server's claims don't use", () => {
    const department = expression("user.department", valued("IT"));
    const taken = ["groups", "GroupsClaim"].map((name) => buildClaim({ name, value: department }));
    const { causes } = diagnose({ ...custom, setUp: ofServer({ claims: taken }) });
    expect(causes[0]?.setUpChange).toMatchObject({ claim: { name: "groups_2" } });
  });

  test.each([
    [filter(".*"), "Request the ID token from the org server"],
    [filter("Sales"), undefined],
    [email, undefined],
    [undefined, undefined],
  ])("suggests the org server only if the app's claim has groups: %o", (value, label) => {
    const app = buildApp({ groupsClaim: value && { name: "groups", value } });
    const { causes } = diagnose({ ...custom, setUp: ofServer({ claims: [] }, { app }) });
    expect(causes[0]?.id).toBe("no_claim_on_server");
    expect(causes[0]?.change?.label).toBe(label);
  });

  describe("if the granted scopes differ from the requested scopes", () => {
    const scopes = ["openid", "groups", "offline_access"].map((name) => ({
      name,
      isDefault: name !== "offline_access",
    }));
    const byDefault = { ...custom, scopes: [] };
    const offline = { ...custom, scopes: ["openid", "offline_access"] };
    const ofScope = (scope: string) =>
      ofServer({ scopes, claims: [buildClaim({ scopes: [scope], value: filter("Sales") })] });
    const inactiveRule = (scope: string) =>
      ofServer({
        scopes,
        policies: [buildPolicy({ rules: [buildRule({ scopes: [scope], isActive: false })] })],
      });

    test.each<[string, CauseId, RunToDiagnose, OrgSetUp]>([
      ["a claim for a default scope", "no_matching_group", byDefault, ofScope("groups")],
      ["a claim for a scope without effect", "scope_condition", offline, ofScope("offline_access")],
      [
        "a rule for a scope without effect",
        "rule_inactive",
        { ...denied, ...offline, idTokenClaims: undefined, refusal: denied.refusal },
        inactiveRule("openid"),
      ],
      [
        "a rule that lacks a default scope",
        "rule_scopes",
        { ...denied, scopes: [] },
        inactiveRule("openid"),
      ],
    ])("judges by the granted scopes: %s", (_case, id, run, setUp) => {
      expect(diagnose({ ...run, setUp }).causes[0]?.id).toBe(id);
    });

    test("names the granted scopes, and suggests them with the missing scope", () => {
      const setUp = ofServer({
        scopes: [...scopes, { name: "email", isDefault: false }],
        claims: [buildClaim({ scopes: ["email"] })],
      });
      const [first] = diagnose({ ...byDefault, setUp }).causes;
      expect(first).toMatchObject({
        observed: "The server granted openid groups.",
        change: { request: { scopes: ["openid", "groups", "email"] } },
      });
    });

    test("does not suggest a scope that was requested without effect", () => {
      const [first] = diagnose({ ...offline, setUp: ofScope("offline_access") }).causes;
      expect(first).not.toHaveProperty("change");
    });
  });

  test("names that a claim is disabled before its value", () => {
    const setUp = ofClaim({ isActive: false, value: filter("Sales") });
    expect(diagnose({ ...custom, setUp }).causes[0]?.id).toBe("claim_disabled");
  });
});

describe("without the org's set-up", () => {
  testSeen({
    possible: [
      ["no_claim_on_server", "a custom ID token", custom],
      ["no_claim_on_server", "a custom server, both tokens", customBoth],
    ],
  });

  testPossible([
    ["scope_condition", custom],
    ["claim_disabled", custom],
  ]);

  testTitles([
    ["no_claim_on_server", "No groups: the server may have no groups claim", custom],
    ["scope_condition", "The claim may be limited to a scope", custom],
  ]);

  test.each([custom, noApiAccess])(
    "does not send a custom server's scope to the org server (%#)",
    (run) => {
      const { causes } = diagnose({ ...run, scopes: ["openid", "email", "crm.read"] });
      const change = causes.flatMap((cause) => cause.change ?? [])[0];
      const sent = change?.kind === "send_request" ? change.request : {};
      expect(sent.server).toEqual({ kind: "org" });
      expect(sent.scopes).toEqual(expect.arrayContaining(["openid", "email"]));
      expect(sent.scopes).not.toContain("crm.read");
    },
  );
});
