import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../oidc/json.ts";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import {
  custom,
  customRefused,
  listCauses,
  org,
  refused,
  testProven,
  testSeen,
  testTitles,
  user,
  valued,
  withGroups,
} from "./test-causes.ts";
import { expression, filter, ofApp, ofAppSettings, ofClaim } from "./test-set-up.ts";

describe("with the org's set-up", () => {
  testProven({
    set_app_groups_claim: [
      [
        "claim_not_a_list",
        "Arrays.toCsvString",
        withGroups("Everyone,IT"),
        ofApp(expression("Arrays.toCsvString(user.getGroups({}))", valued("Everyone,IT"))),
      ],
    ],
  });

  test("finds groups by the claim's value in the set-up", () => {
    const setUp = ofAppSettings({ groupsClaim: { name: "teams", value: filter(".*") } });
    const idTokenClaims = { ...user, teams: ["Everyone", "IT"] };
    expect(diagnose({ ...org, idTokenClaims, setUp }).found).toMatchObject([{ claim: "teams" }]);
    expect(diagnose({ ...org, idTokenClaims }).found).toEqual([]);
  });

  test("does not count a list as groups if its expression returns something else", () => {
    const run = { ...custom, idTokenClaims: { ...user, groups: ["Read"] } };
    const setUp = (text: string) => ofClaim({ value: expression(text, valued(["Read"])) });
    const { found, causes } = diagnose({ ...run, setUp: setUp("user.rights") });
    expect(found).toEqual([]);
    expect(listCauses({ ...run, setUp: setUp("{'Read'}") })).toEqual(["no_claim_on_server"]);
    expect(causes.map(({ id }) => id)).toEqual(["no_claim_on_server", "list_may_hold_groups"]);
    const [, list] = causes;
    expect(list?.title).toBe("The claim groups is a list that may contain no groups");
    expect(list?.steps.join(" ")).not.toContain("rename");
  });

  test("advises to add a claim only if a claim is added", () => {
    const isMember = expression('isMemberOfGroupName("IT")', valued(true));
    const listSteps = (run: RunToDiagnose, setUp: OrgSetUp) =>
      diagnose({ ...withGroups(true, run), setUp }).causes[0]?.steps;
    const step = "Or add another claim that lists the groups.";
    expect(listSteps(custom, ofClaim({ value: isMember }))).toContain(step);
    expect(listSteps(org, ofApp(isMember))).not.toContain(step);
  });

  test.each<[string, string, JsonValue]>([
    ["one entry", 'Arrays.get(Groups.startsWith("OKTA", "", 10), 0)', "Everyone"],
    ["a truth value", 'isMemberOfGroupName("IT")', true],
    ["a list of lists", "user.getGroups({}).![{name, id}]", [["IT", "00g1"]]],
  ])("does not advise to split %s", (_case, text, value) => {
    const setUp = ofApp(expression(text, valued(value)));
    const [cause] = diagnose({ ...withGroups(value), setUp }).causes;
    expect(cause).toMatchObject({ id: "claim_not_a_list" });
    expect([cause?.expected, ...(cause?.steps ?? [])].join(" ")).not.toMatch(/split/);
  });

  test("does not say that an expression with a number returns a string", () => {
    const length = 'isMemberOfGroupName("IT") ? String.len("a") : 0';
    const setUp = ofApp(expression(length, valued(1)));
    const [number] = diagnose({ ...withGroups(1), setUp }).causes;
    expect(number).toMatchObject({ id: "claim_not_a_list" });
    expect(number?.expected).not.toContain("one string");
  });
});

test.each([true, null])("says that a groups claim is %s", (value) => {
  const [cause] = diagnose(withGroups(value)).causes;
  expect(cause?.title).toBe(`The claim groups is ${value}, not a list`);
});

test("quotes a number too large for JavaScript in words", () => {
  const [cause] = diagnose(withGroups(JSON.parse("1e400"))).causes;
  expect(cause?.observed).toBe("In the ID token, it is a number too large.");
});

describe("without the org's set-up", () => {
  testSeen({
    certain: [
      ["encrypted_token", "five parts", { ...refused, unreadable: { "ID token": "encrypted" } }],
      [
        "encrypted_token",
        "an encrypted access token",
        { ...customRefused, responseType: "token", unreadable: { "Access token": "encrypted" } },
      ],
      [
        "odd_access_token",
        "an org access token with groups",
        { ...refused, responseType: "token", opaqueClaims: { groups: ["IT"] } },
      ],
      [
        "odd_access_token",
        "an ID token as a custom server’s access token",
        { ...customRefused, responseType: "token", accessTokenClaims: { jti: "ID.a" } },
      ],
      ["unreadable_token", "no JWT", { ...refused, unreadable: { "ID token": "malformed" } }],
      ["claim_empty", "an empty list", withGroups([])],
      ["claim_empty", "empty entries", withGroups([""])],
      ["claim_not_a_list", "one text", withGroups("Everyone,IT")],
      ["claim_not_a_list", "an object", withGroups({ a: 1 })],
      ["claim_not_a_list", "numbers", withGroups([1, 2])],
    ],
    possible: [
      ["list_may_hold_groups", "roles", { ...org, idTokenClaims: { ...user, roles: ["Admin"] } }],
    ],
  });

  testTitles([
    [
      "unreadable_token",
      "Groups can’t be seen: the ID token can’t be decoded",
      { ...refused, unreadable: { "ID token": "malformed" } },
    ],
    [
      "unreadable_token",
      "Groups can’t be seen: the access token can’t be decoded",
      { ...customRefused, responseType: "token", unreadable: { "Access token": "malformed" } },
    ],
    [
      "encrypted_token",
      "Groups can’t be seen: the ID token is encrypted",
      { ...refused, unreadable: { "ID token": "encrypted" } },
    ],
    ["claim_empty", "The groups claim is empty", withGroups([])],
  ]);

  test("says nothing about groups while a token is encrypted", () => {
    const causes = listCauses({ ...refused, unreadable: { "ID token": "encrypted" } });
    expect(causes).toEqual(["encrypted_token"]);
  });
});
