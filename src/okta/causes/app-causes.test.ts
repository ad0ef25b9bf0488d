import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import {
  email,
  listCauses,
  nothing,
  org,
  testPossible,
  testProven,
  testSeen,
  testTitles,
  user,
  valued,
} from "./test-causes.ts";
import { buildApp, buildSetUp, expression, filter, ofApp, ofAppSettings } from "./test-set-up.ts";

const amr = expression("session.amr", valued(["pwd"]));

describe("with the org's set-up", () => {
  testProven({
    set_app_groups_claim: [
      ["no_groups_claim_on_app", "no claim", org, ofAppSettings({ groupsClaim: undefined })],
      [
        "no_groups_claim_on_app",
        "a claim without a name",
        org,
        ofAppSettings({ groupsClaim: { name: "", value: filter(".*") } }),
      ],
      ["no_groups_claim_on_app", "a claim of something else", org, ofApp(email)],
      ["no_groups_claim_on_app", "a claim of the sign-in", org, ofApp(amr)],
      [
        "no_groups_claim_on_app",
        "a claim of the sign-in that the org has not evaluated",
        org,
        ofApp(expression("session.amr", undefined)),
      ],
      [
        "no_groups_claim_on_app",
        "a property of the org without a value",
        org,
        ofApp(expression("org.nonsense", nothing)),
      ],
    ],
  });

  test.each([
    [amr, "It holds the authentication methods of the sign-in."],
    [expression("access.scope", valued(["openid"])), "It holds the granted scopes."],
    [email, "It holds the app user’s attribute email."],
  ])("says what the claim holds, and what to change (%#)", (value, content) => {
    const app = buildApp({ groupsClaim: { name: "how", value } });
    const setUp = buildSetUp({ app });
    const [first] = diagnose({
      ...org,
      idTokenClaims: { ...user, how: ["pwd"] },
      setUp,
    }).causes.filter(({ id }) => id === "no_groups_claim_on_app");
    expect(first).toMatchObject({
      title: "No groups: the app’s claim how is not a list of groups",
      observed: expect.stringContaining(content),
      certainty: "certain",
      setUpChange: { name: "how", value: { kind: "filter", value: ".*" }, isReplacement: true },
    });
    expect(first?.steps[1]).toMatch(/^Change the claim how: .* This replaces the expression\.$/);
  });

  test("does not suggest that the claim's list may be groups if it can't be", () => {
    const run = { ...org, idTokenClaims: { ...user, how: ["pwd"] } };
    const named = (value: typeof amr) =>
      buildSetUp({ app: buildApp({ groupsClaim: { name: "how", value } }) });
    const roles = expression("user.roles", valued(["pwd"]));
    expect(listCauses({ ...run, setUp: named(roles) })).toContain("list_may_hold_groups");
    expect(listCauses({ ...run, setUp: named(amr) })).toEqual(["no_groups_claim_on_app"]);
  });
});

describe("without the org's set-up", () => {
  testSeen({
    likely: [["no_groups_claim_on_app", "a fat org token without groups", org]],
  });

  testPossible([["claim_on_custom_server", org]]);

  testTitles([["no_groups_claim_on_app", "No groups: the app may have no groups claim", org]]);
});
