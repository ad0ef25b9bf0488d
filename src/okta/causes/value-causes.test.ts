import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { ClaimValue, OrgSetUp } from "../org-set-up.ts";
import type { CauseId } from "./cause-id.ts";
import {
  custom,
  customNotEvaluated,
  failed,
  notEvaluated,
  nothing,
  org,
  testPossible,
  testProven,
  testSeen,
  testTitles,
  user,
  valued,
} from "./test-causes.ts";
import {
  buildApp,
  buildSetUp,
  buildUser,
  everyone,
  expression,
  filter,
  it as itGroup,
  manyGroups,
  ofApp,
  ofAppSettings,
  ofClaim,
  ofServer,
  vpn,
} from "./test-set-up.ts";

describe("with the org's set-up", () => {
  test("says which attribute is empty, and what to change", () => {
    const setUp = ofApp(expression("user.teams", nothing));
    const [first] = diagnose({ ...org, setUp }).causes;
    expect(first?.observed).toBe(
      "The claim groups has the expression “user.teams”. It holds the user’s attribute teams.",
    );
    expect(first?.steps[0]).toMatch(/^Give it a value for this user\. Or change the claim/);
  });

  testProven({
    set_app_groups_claim: [
      ["no_matching_group", "a filter that matches nothing", org, ofApp(filter("Sales"))],
      [
        "imported_groups",
        "a filter, and imported groups",
        org,
        ofApp(filter("VPN.*"), { user: buildUser([everyone, vpn]) }),
      ],
      ["filter_case", "a regex in the wrong case", org, ofApp(filter("it"))],
      ["regex_in_plain_filter", "a regex in Starts with", org, ofApp(filter(".*", "STARTS_WITH"))],
      ["regex_matches_part", "the start of a name", org, ofApp(filter("^Every"))],
      ["regex_matches_part", "the end of a name", org, ofApp(filter("one$"))],
      ["regex_matches_part", "one of two parts", org, ofApp(filter("/^Every|Sal/"))],
      ["regex_not_supported", "a lookahead", notEvaluated, ofApp(filter("^(?!Every).*"))],
      [
        "expression_nothing",
        "a prefix of no group",
        org,
        ofApp(expression('Groups.startsWith("OKTA", "Sales", 10)', nothing)),
      ],
      ["expression_nothing", "an empty attribute", org, ofApp(expression("user.teams", nothing))],
      [
        "expression_nothing",
        "an empty list",
        org,
        ofApp(expression("user.getGroups({'group.type': {'APP_GROUP'}}).![name]", valued([]))),
      ],
      [
        "regex_in_expression",
        "a regex in a group function",
        org,
        ofApp(expression('Groups.startsWith("OKTA", ".*", 10)', nothing)),
      ],
      [
        "regex_in_expression",
        "a regex in single quotes",
        org,
        ofApp(expression("Groups.startsWith('OKTA', 'I.*', 10)", nothing)),
      ],
      [
        "app_profile_missing",
        "a misspelt property",
        org,
        buildSetUp({
          app: buildApp({
            profile: { groupallowlist: ["00g2"] },
            groupsClaim: {
              name: "groups",
              value: expression(
                'getFilteredGroups(app.profile.groupAllowlst, "group.name", 40)',
                nothing,
              ),
            },
          }),
        }),
      ],
      [
        "expression_limit",
        "a limit above 100",
        notEvaluated,
        ofApp(expression('Groups.startsWith("OKTA", "", 200)', failed)),
      ],
      [
        "expression_null",
        "Arrays.flatten over null",
        notEvaluated,
        ofApp(
          expression(
            'Arrays.flatten(Groups.startsWith("OKTA","A",10), Groups.startsWith("OKTA","B",10))',
            failed,
          ),
        ),
      ],
      [
        "expression_null",
        "Arrays.flatten over null, in single quotes",
        notEvaluated,
        ofApp(
          expression(
            "Arrays.flatten(Groups.startsWith('OKTA','A',10), Groups.startsWith('OKTA','B',10))",
            failed,
          ),
        ),
      ],
    ],
    none: [["set_up_changed", "a set-up that would include groups", org, buildSetUp()]],
    change_app: [
      [
        "app_profile_missing",
        "a lost property",
        org,
        ofApp(expression('getFilteredGroups(app.profile.allowed, "group.name", 40)', nothing)),
      ],
    ],
    change_claim: [
      [
        "no_matching_group",
        "a filter of the server's claim",
        custom,
        ofClaim({ value: filter("Sales", "EQUALS") }),
      ],
      [
        "imported_groups",
        "a filter of the server's claim",
        custom,
        ofClaim({ value: filter("vpn", "CONTAINS") }, { user: buildUser([vpn]) }),
      ],
      [
        "expression_failed",
        "another failure",
        customNotEvaluated,
        ofClaim({ value: expression("Groups.startWith('OKTA', '', 10)", failed) }),
      ],
      [
        "invalid_regex",
        "a regex that is none",
        customNotEvaluated,
        ofClaim({ value: filter("(") }),
      ],
    ],
  });

  test.each<[ClaimValue, ClaimValue | undefined]>([
    [filter("Every*", "STARTS_WITH"), filter("Every", "STARTS_WITH")],
    [filter("IT*", "EQUALS"), filter("IT", "STARTS_WITH")],
    [filter("*", "STARTS_WITH"), filter(".*")],
    [filter("^Every.*", "CONTAINS"), filter("^Every.*")],
  ])("suggests the intended filter for a plain filter with a pattern: %j", (value, fixed) => {
    const [cause] = diagnose({ ...org, setUp: ofApp(value) }).causes;
    expect(cause).toMatchObject({ id: "regex_in_plain_filter", setUpChange: { value: fixed } });
  });

  const okta = expression("user.getGroups({'group.type': {'OKTA_GROUP'}}).![name]", valued(["IT"]));

  test.each([
    ["imported_groups", filter(".*"), [everyone, itGroup, vpn], ["Everyone", "IT"]],
    ["imported_groups", okta, [everyone, itGroup, vpn], ["IT"]],
    ["filter_too_narrow", filter("IT"), [everyone, itGroup], ["IT"]],
    ["filter_too_narrow", okta, [everyone, itGroup], ["IT"]],
  ] as const)(
    "warns that only some of the user's groups are in the token: %s",
    (id, value, groups, found) => {
      const setUp = ofApp(value, { user: buildUser(groups) });
      const { incomplete, causes, places } = diagnose({
        ...org,
        idTokenClaims: { ...user, groups: found },
        userGroups: groups,
        setUp,
      });
      expect(places["ID token"].state).toBe("part");
      expect(causes).toEqual([]);
      expect(incomplete).toMatchObject({ id, setUpChange: { kind: "set_app_groups_claim" } });
    },
  );

  test("says that an expression leaves out groups, and doesn't mention a filter", () => {
    const find = (groups: OrgSetUp["user"]) =>
      diagnose({
        ...org,
        idTokenClaims: { ...user, groups: ["IT"] },
        setUp: ofApp(okta, { user: groups }),
      }).incomplete;
    const narrow = find(buildUser([everyone, itGroup]));
    expect(narrow?.title).toBe("The expression leaves out Everyone");
    expect(narrow?.expected).toContain("has the expression “user.getGroups(");
    const imported = find(buildUser([itGroup, vpn]));
    expect(imported?.expected).toContain("The claim groups has the expression");
    expect([imported?.expected, ...(imported?.steps ?? [])].join(" ")).not.toContain("filter");
  });

  test("doesn't warn about an expression that changes the group names", () => {
    const prefixed = expression("getFilteredGroups({}, \"'AD: ' + group.name\", 10)", nothing);
    const { incomplete } = diagnose({
      ...org,
      idTokenClaims: { ...user, groups: ["AD: VPN Users"] },
      setUp: ofApp(prefixed, { user: buildUser([everyone, vpn]) }),
    });
    expect(incomplete).toBeUndefined();
  });

  test("names the limit of an expression if the limit may have cut off the list", () => {
    const { incomplete } = diagnose({
      ...org,
      idTokenClaims: { ...user, groups: manyGroups.slice(0, 100).map(({ name }) => name) },
      responseType: "code",
      setUp: ofApp(expression('Groups.startsWith("OKTA", "", 100)', nothing), {
        user: buildUser(manyGroups),
      }),
    });
    expect(incomplete?.title).toBe("The expression leaves out Project 100");
    expect(incomplete?.expected).toContain("It returned 100 groups, so its limit may be too low.");
  });

  describe("with more than 100 groups", () => {
    const many = { user: buildUser(manyGroups) };
    const one = { ...user, groups: ["Project 1"] };

    test.each<[CauseId, RunToDiagnose, OrgSetUp]>([
      ["no_groups_claim_on_app", org, { ...ofAppSettings({ groupsClaim: undefined }), ...many }],
      ["no_claim_on_server", custom, ofServer({ claims: [] }, many)],
      ["no_matching_group", custom, ofClaim({ value: filter("Sales") }, many)],
      ["claim_disabled", custom, ofClaim({ isActive: false }, many)],
      [
        "expression_nothing",
        org,
        ofApp(expression('Groups.startsWith("OKTA", "A", 10)', nothing), many),
      ],
      ["filter_too_narrow", { ...org, idTokenClaims: one }, ofApp(filter("Project 1"), many)],
    ])("suggests no claim that would make the implicit flow fail: %s", (id, run, setUp) => {
      const find = (responseType: RunToDiagnose["responseType"]) => {
        const { causes, incomplete } = diagnose({ ...run, responseType, setUp });
        return [...causes, incomplete].find((cause) => cause?.id === id);
      };
      expect(find("id_token")).toBeDefined();
      expect(find("id_token")).not.toHaveProperty("setUpChange");
      expect(find("id_token")?.steps.at(-1)).toContain("at most 100");
      expect(find("code")).toHaveProperty("setUpChange");
    });
  });
});

describe("without the org's set-up", () => {
  testSeen({
    certain: [["expression_failed", "a failed expression", customNotEvaluated]],
  });

  testPossible([
    ["no_matching_group", custom],
    ["imported_groups", org],
    ["filter_case", org],
    ["regex_in_plain_filter", org],
    ["regex_in_expression", org],
    ["app_profile_missing", org],
    ["expression_limit", customNotEvaluated],
    ["expression_null", customNotEvaluated],
    ["invalid_regex", customNotEvaluated],
    ["expression_nothing", org],
    ["set_up_changed", org],
  ]);

  testTitles([["no_matching_group", "The user may be in no matching group", org]]);
});
