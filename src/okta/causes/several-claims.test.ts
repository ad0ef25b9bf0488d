import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { ClaimSetUp } from "../org-set-up.ts";
import { findPredictedChange } from "../prediction-with-set-up/find-predicted-change.ts";
import { predictWithSetUp } from "../prediction-with-set-up/predict-with-set-up.ts";
import { custom, customBoth, nothing, user, valued } from "./test-causes.ts";
import { buildClaim, clientId, expression, filter, ofServer } from "./test-set-up.ts";

const settings = {
  notAlways: { isAlways: false },
  disabled: { isActive: false },
  ofScope: { scopes: ["groups"] },
  disabledAndOfScope: { isActive: false, scopes: ["groups"] },
  onOtherToken: { token: "access_token" },
  matchesNothing: { value: filter("Sales") },
  wrongCase: { value: filter("it") },
  returnsNothing: { value: expression('isMemberOfGroupName("IT") ? {"IT"} : null', nothing) },
  unknown: { value: expression("session.amr == null ? null : user.getGroups().![name]", nothing) },
} satisfies Record<string, Partial<ClaimSetUp>>;

type Setting = keyof typeof settings;

const buildNamed = (name: string, setting: Setting): ClaimSetUp =>
  buildClaim({ id: `ocl-${name}`, name, ...settings[setting] });

const setUpOf = (first: Setting, second: Setting) =>
  ofServer({ claims: [buildNamed("first", first), buildNamed("second", second)] });

/** Diagnoses the claims in both orders, because their order must not decide. */
function diagnoseBoth(run: RunToDiagnose, one: Setting, other: Setting) {
  return [
    {
      named: "first",
      other: "second",
      causes: diagnose({ ...run, setUp: setUpOf(one, other) }).causes,
    },
    {
      named: "second",
      other: "first",
      causes: diagnose({ ...run, setUp: setUpOf(other, one) }).causes,
    },
  ];
}

describe("names the claim whose change is the smallest", () => {
  test.each<[RunToDiagnose, Setting, Setting]>([
    [customBoth, "notAlways", "matchesNothing"],
    [customBoth, "notAlways", "wrongCase"],
    [customBoth, "notAlways", "returnsNothing"],
    [customBoth, "notAlways", "disabled"],
    [customBoth, "notAlways", "disabledAndOfScope"],
    [customBoth, "notAlways", "unknown"],
    [custom, "ofScope", "matchesNothing"],
    [custom, "ofScope", "disabled"],
    [custom, "ofScope", "onOtherToken"],
    [custom, "disabled", "matchesNothing"],
    [custom, "disabled", "onOtherToken"],
    [custom, "disabled", "unknown"],
    [custom, "wrongCase", "matchesNothing"],
    [custom, "wrongCase", "disabledAndOfScope"],
    [custom, "disabledAndOfScope", "matchesNothing"],
    [custom, "matchesNothing", "returnsNothing"],
    [custom, "matchesNothing", "unknown"],
    [custom, "matchesNothing", "onOtherToken"],
  ])("%#: %o %s before %s", (run, smaller, larger) => {
    for (const { named, other, causes } of diagnoseBoth(run, smaller, larger)) {
      const [first] = causes;
      expect(first?.title).toContain(`claim ${named}`);
      expect(first?.certainty).toBe("certain");
      expect(JSON.stringify(first)).not.toContain(`claim ${other}`);
    }
  });
});

describe("says both claims briefly if their changes are equally small", () => {
  const bothMatchNothing = "lists none of the user’s groups, too";

  test.each<[RunToDiagnose, Setting, string]>([
    [customBoth, "notAlways", "isn’t set to Always, too"],
    [custom, "disabled", "is disabled, too"],
    [custom, "ofScope", "needs the scope groups, too"],
    [custom, "matchesNothing", bothMatchNothing],
  ])("with the same cause (%#): %o %s", (run, setting, problem) => {
    const [first] = diagnose({ ...run, setUp: setUpOf(setting, setting) }).causes;
    expect(first?.title).toContain("claim first");
    expect(first?.observed).toMatch(
      new RegExp(`[.] The claim second ${problem}[.] One change is enough[.]$`),
    );
  });

  test("with different causes", () => {
    const { causes } = diagnose({ ...customBoth, setUp: setUpOf("notAlways", "ofScope") });
    expect(causes[0]?.title).toBe("No groups: the claim first isn’t set to Always");
    expect(causes[0]?.observed).toMatch(
      / The claim second needs the scope groups[.] One change is enough[.]$/,
    );
    const other = causes.find(({ id }) => id === "scope_condition");
    expect(other?.observed).toMatch(/ The claim first isn’t set to Always[.] One change/);
  });

  test("names the other token's claim if both tokens lack groups for the same cause", () => {
    const setUp = ofServer({
      claims: [
        buildClaim({ id: "ocl1", value: filter("Sales") }),
        buildClaim({ id: "ocl2", name: "roles", token: "access_token", value: filter("Sales") }),
      ],
    });
    const [first] = diagnose({ ...customBoth, setUp }).causes;
    expect(first?.title).toContain("claim groups");
    expect(first?.observed).toMatch(
      new RegExp(`[.] The access token’s claim roles ${bothMatchNothing}[.]$`),
    );
  });

  test("says nothing of a second claim that needs a larger change", () => {
    const { causes } = diagnose({ ...customBoth, setUp: setUpOf("matchesNothing", "notAlways") });
    expect(JSON.stringify(causes)).not.toContain("claim first");
  });
});

describe("with a claim that is no list, and a smaller change", () => {
  const setUp = ofServer({
    claims: [
      buildClaim({
        name: "groups",
        value: expression('isMemberOfGroupName("Sales")', valued(false)),
      }),
      buildNamed("second", "notAlways"),
    ],
  });

  test("names the smaller change first, then the claim that is no list", () => {
    const run = { ...customBoth, idTokenClaims: { ...user, groups: false }, setUp };
    const titles = diagnose(run).causes.map(({ title }) => title);
    expect(titles[0]).toBe("No groups: the claim second isn’t set to Always");
    expect(titles).toContain("The claim groups is false, not a list");
  });
});

describe("the prediction", () => {
  const request = {
    server: customBoth.server,
    responseType: customBoth.responseType,
    scopes: ["openid"],
    clientId,
  };

  test.each<[Setting, Setting, RegExp]>([
    ["matchesNothing", "notAlways", /claim second is not set to Always/],
    ["notAlways", "matchesNothing", /claim first is not set to Always/],
    ["matchesNothing", "disabled", /claim second is disabled/],
    ["onOtherToken", "matchesNothing", /the claim second/],
  ])("names the same claim as the verdict: %s and %s", (first, second, because) => {
    const { idToken } = predictWithSetUp(request, setUpOf(first, second));
    expect(idToken).toMatchObject({ groups: "no", because: expect.stringMatching(because) });
  });

  test("offers the change of that claim", () => {
    const setUp = setUpOf("matchesNothing", "notAlways");
    expect(
      findPredictedChange(request, predictWithSetUp(request, setUp), setUp)?.change,
    ).toMatchObject({ kind: "change_claim", claim: { name: "second" }, to: { isAlways: true } });
  });
});
