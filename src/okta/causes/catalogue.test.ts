import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../oidc/json.ts";
import { diagnose } from "../diagnosis.ts";
import type { ClaimSetUp, ClaimValue, OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import type { RunToDiagnose } from "../reason.ts";
import type { CauseId } from "./cause-id.ts";
import {
  buildApp,
  buildClaim,
  buildPolicy,
  buildRule,
  buildServer,
  buildSetUp,
  buildUser,
  clientId,
  everyone,
  expression,
  filter,
  it as itGroup,
  vpn,
} from "./test-set-up.ts";

const user = { sub: "00u1", given_name: "Ingrid" };
const both = "id_token token";

const org: RunToDiagnose = {
  server: { kind: "org" },
  clientId,
  responseType: "id_token",
  scopes: ["openid", "profile", "groups"],
  idTokenClaims: user,
};
const custom: RunToDiagnose = {
  ...org,
  server: { kind: "custom", id: "default" },
  scopes: ["openid"],
};
const customBoth: RunToDiagnose = { ...custom, responseType: both, accessTokenClaims: user };
const { idTokenClaims: _, ...refused } = org;
const { idTokenClaims: __, ...customRefused } = custom;

const ofApp = (value: ClaimValue, parts: Partial<OrgSetUp> = {}) =>
  buildSetUp({ app: buildApp({ groupsClaim: { name: "groups", value } }), ...parts });
const ofAppSettings = (app: Parameters<typeof buildApp>[0]) => buildSetUp({ app: buildApp(app) });
const ofServer = (server: Partial<ServerSetUp>, parts: Partial<OrgSetUp> = {}) =>
  buildSetUp({ server: buildServer(server), ...parts });
const ofClaim = (claim: Partial<ClaimSetUp>, parts: Partial<OrgSetUp> = {}) =>
  ofServer({ claims: [buildClaim(claim)] }, parts);
const ofPolicy = (...policies: readonly ReturnType<typeof buildPolicy>[]) => ofServer({ policies });
const ofRule = (rule: Parameters<typeof buildRule>[0]) =>
  ofPolicy(buildPolicy({ rules: [buildRule(rule)] }));

const nothing = { kind: "nothing" } as const;
const valued = (value: JsonValue) => ({ kind: "value", value }) as const;
const failed = { kind: "failed", message: "It failed." } as const;
const refuse = (error: string, description: string, run = refused): RunToDiagnose => ({
  ...run,
  refusal: { error, description },
});
const denied = refuse(
  "access_denied",
  "Policy evaluation failed for this request, please check the policy configurations.",
  customRefused,
);
const cannotEvaluate = "The 'groups' user claim could not be evaluated.";
const notEvaluated = refuse("server_error", cannotEvaluate);
const customNotEvaluated = refuse("server_error", cannotEvaluate, customRefused);
const notConfigured = refuse(
  "invalid_scope",
  "One or more scopes are not configured for the authorization server resource.",
  customRefused,
);
const unknownServer = refuse(
  "invalid_request",
  "The authorization server id is invalid.",
  customRefused,
);
const wrongGrantType = refuse(
  "unauthorized_client",
  "The client is not authorized to use the provided grant type. Configured grant types: [implicit].",
);
const wrongResponseType = refuse(
  "unsupported_response_type",
  "The response type is not supported by the authorization server. Configured response types: [code].",
);
const tooManyGroups = refuse(
  "server_error",
  "The groups claim matched too many groups and must be configured to match fewer groups.",
);
const customScopes = refuse("invalid_scope", "Custom scopes are not allowed for this request.");
const withGroups = (groups: JsonValue, run = org): RunToDiagnose => ({
  ...run,
  idTokenClaims: { ...user, groups },
});

/** What proves a cause: the run, and the org's set-up. By what changes the set-up, if that is wise. */
const provenByChange: Record<string, [CauseId, string, RunToDiagnose, OrgSetUp][]> = {
  set_app_groups_claim: [
    ["no_groups_claim_on_app", "no claim", org, ofAppSettings({ groupsClaim: undefined })],
    [
      "no_groups_claim_on_app",
      "a claim without a name",
      org,
      ofAppSettings({ groupsClaim: { name: "", value: filter(".*") } }),
    ],
    [
      "no_groups_claim_on_app",
      "a claim of something else",
      org,
      ofApp(expression("appuser.email", valued("it.user@example.com"))),
    ],
    ["no_matching_group", "a filter that matches nothing", org, ofApp(filter("Sales"))],
    [
      "imported_groups",
      "a filter, and imported groups",
      org,
      ofApp(filter("VPN.*"), { user: buildUser([everyone, vpn]) }),
    ],
    ["filter_case", "a regex in the wrong case", org, ofApp(filter("it"))],
    ["regex_in_plain_filter", "a regex in Starts with", org, ofApp(filter(".*", "STARTS_WITH"))],
    [
      "expression_nothing",
      "a prefix of no group",
      org,
      ofApp(expression('Groups.startsWith("OKTA", "Sales", 10)', nothing)),
    ],
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
      "claim_not_a_list",
      "Arrays.toCsvString",
      withGroups("Everyone,IT"),
      ofApp(expression("Arrays.toCsvString(user.getGroups({}))", valued("Everyone,IT"))),
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
  ],
  none: [
    ["scope_not_requested", "no groups scope", { ...org, scopes: ["openid"] }, buildSetUp()],
    ["thin_id_token", "both tokens", { ...org, responseType: both }, buildSetUp()],
    [
      "org_access_token",
      "an org access token",
      { ...refused, responseType: "token" },
      buildSetUp(),
    ],
    ["set_up_changed", "a set-up that would include groups", org, buildSetUp()],
    [
      "unknown_scope",
      "a scope that can’t be added",
      { ...notConfigured, scopes: ["openid", "okta.users.read"] },
      ofServer({}),
    ],
    ["too_many_groups", "more than 100 groups", tooManyGroups, buildSetUp()],
  ],
  change_app: [
    [
      "app_profile_missing",
      "a lost property",
      org,
      ofApp(expression('getFilteredGroups(app.profile.allowed, "group.name", 40)', nothing)),
    ],
    [
      "response_type_not_allowed",
      "an app for codes",
      wrongResponseType,
      ofAppSettings({ grantTypes: ["authorization_code"], responseTypes: ["code"] }),
    ],
    [
      "grant_type_not_allowed",
      "an app without codes",
      { ...wrongGrantType, responseType: "code" },
      ofAppSettings({ grantTypes: ["implicit"], responseTypes: ["id_token"] }),
    ],
    [
      "app_inactive",
      "an inactive app",
      refuse("invalid_client", "Invalid value for 'client_id' parameter."),
      ofAppSettings({ isActive: false }),
    ],
  ],
  add_claim: [
    ["no_claim_on_server", "a new custom server", custom, ofServer({ claims: [] })],
    [
      "no_claim_on_server",
      "claims that are not of groups",
      custom,
      ofClaim({ name: "department", value: expression("user.department", valued("IT")) }),
    ],
    [
      "claim_on_other_token",
      "a claim on the access token",
      custom,
      ofClaim({ token: "access_token" }),
    ],
    [
      "claim_on_other_token",
      "groups in the access token only",
      { ...customBoth, accessTokenClaims: { ...user, groups: ["IT"] } },
      ofClaim({ token: "access_token" }),
    ],
  ],
  change_claim: [
    [
      "claim_not_always",
      "a thin ID token",
      customBoth,
      ofServer({
        claims: [
          buildClaim({ isAlways: false }),
          buildClaim({ id: "ocl2", token: "access_token", isActive: false }),
        ],
      }),
    ],
    [
      "claim_not_always",
      "the code flow",
      { ...customBoth, responseType: "code" },
      ofClaim({ isAlways: false }),
    ],
    ["scope_condition", "a scope that is not requested", custom, ofClaim({ scopes: ["groups"] })],
    ["claim_disabled", "an inactive claim", custom, ofClaim({ isActive: false, isAlways: false })],
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
    ["invalid_regex", "a regex that is none", customNotEvaluated, ofClaim({ value: filter("(") })],
  ],
  add_policy: [["no_policy", "no policy", denied, ofPolicy()]],
  change_policy: [
    ["policy_inactive", "an inactive policy", denied, ofPolicy(buildPolicy({ isActive: false }))],
    [
      "policy_client",
      "a policy for another app",
      denied,
      ofPolicy(buildPolicy({ clients: ["other"] })),
    ],
  ],
  add_rule: [["no_rule", "a policy without a rule", denied, ofPolicy(buildPolicy({ rules: [] }))]],
  change_rule: [
    ["rule_inactive", "an inactive rule", denied, ofRule({ isActive: false })],
    ["rule_grant_type", "a rule for codes", denied, ofRule({ grantTypes: ["authorization_code"] })],
    [
      "rule_people",
      "a rule for other people",
      denied,
      ofRule({ people: { groups: ["00gSales"], users: [] }, excluded: { groups: [], users: [] } }),
    ],
    [
      "rule_people",
      "a rule that excludes the user",
      denied,
      ofRule({ excluded: { groups: [], users: ["00u1"] } }),
    ],
    ["rule_scopes", "a rule for other scopes", denied, ofRule({ scopes: ["profile"] })],
  ],
  assign_user: [
    [
      "user_not_assigned",
      "an unassigned user",
      refuse("access_denied", "User is not assigned to the client application."),
      buildSetUp(),
    ],
  ],
  add_scope: [
    [
      "unknown_scope",
      "a scope that the server lacks",
      { ...notConfigured, scopes: ["openid", "groups"] },
      ofServer({ scopes: [{ name: "openid", isDefault: false }] }),
    ],
  ],
  activate_server: [
    ["server_inactive", "an inactive server", unknownServer, ofServer({ isActive: false })],
  ],
};

const proven = Object.entries(provenByChange).flatMap(([change, rows]) =>
  rows.map((row) => [...row, change === "none" ? undefined : change] as const),
);

describe("with the org's set-up", () => {
  test.each(proven)("%s: %s", (id, _evidence, run, setUp, change) => {
    const { reasons } = diagnose({ ...run, setUp });
    expect(reasons[0]?.id).toBe(id);
    expect(reasons[0]?.setUpChange?.kind).toBe(change);
    // A set-up that does not explain it leaves one answer.
    const isCertain = id !== "set_up_changed";
    expect(reasons.every(({ certainty }) => (certainty === "certain") === isCertain)).toBe(true);
  });

  test("finds groups by what the claim is made of", () => {
    const setUp = buildSetUp({
      app: buildApp({ groupsClaim: { name: "teams", value: filter(".*") } }),
    });
    const idTokenClaims = { ...user, teams: ["Everyone", "IT"] };
    expect(diagnose({ ...org, idTokenClaims, setUp }).found).toMatchObject([{ claim: "teams" }]);
    expect(diagnose({ ...org, idTokenClaims }).found).toEqual([]);
  });

  test("takes no list for groups that is made of something else", () => {
    const setUp = ofClaim({ name: "groups", value: expression("{'Read'}", valued(["Read"])) });
    const { found, reasons } = diagnose({
      ...custom,
      idTokenClaims: { ...user, groups: ["Read"] },
      setUp,
    });
    expect(found).toEqual([]);
    expect(reasons.map(({ id }) => id)).toEqual(["no_claim_on_server", "list_may_hold_groups"]);
  });

  test.each([
    ["imported_groups", filter(".*"), [everyone, itGroup, vpn], ["Everyone", "IT"]],
    ["filter_too_narrow", filter("IT"), [everyone, itGroup], ["IT"]],
  ] as const)("warns that groups are missing beside others: %s", (id, value, groups, found) => {
    const setUp = ofApp(value, { user: buildUser(groups) });
    const { incomplete, reasons, places } = diagnose({
      ...org,
      idTokenClaims: { ...user, groups: found },
      userGroups: groups,
      setUp,
    });
    expect(places["ID token"].state).toBe("part");
    expect(reasons).toEqual([]);
    expect(incomplete).toMatchObject({ id, setUpChange: { kind: "set_app_groups_claim" } });
  });

  test.each<[CauseId, Partial<ClaimSetUp>]>([
    ["no_matching_group", { value: filter("Sales") }],
    ["scope_condition", { scopes: ["groups"] }],
    ["claim_disabled", { isActive: false }],
  ])("names what keeps the claim out of its own token before the other token: %s", (id, claim) => {
    const { reasons } = diagnose({ ...customBoth, setUp: ofClaim(claim) });
    expect(reasons.map((reason) => reason.id)).toEqual([id, "claim_on_other_token"]);
  });

  test.each<[string, Partial<ClaimSetUp>, string | undefined, ClaimValue | undefined]>([
    ["as it is", {}, "Request the access token only", filter(".*")],
    ["a disabled one", { isActive: false }, undefined, filter(".*")],
    ["for a scope", { scopes: ["groups"] }, undefined, filter(".*")],
    ["without a value", { value: filter("Sales") }, undefined, filter(".*")],
    ["beyond repair", { value: expression('isMemberOf("IT")', failed) }, undefined, filter(".*")],
    [
      "not a list",
      { value: expression('isMemberOf("IT")', valued(true)) },
      undefined,
      filter(".*"),
    ],
  ])("suggests no claim of another token that has no groups: %s", (_case, claim, label, value) => {
    const { reasons } = diagnose({
      ...custom,
      setUp: ofClaim({ token: "access_token", ...claim, name: "groups" }),
    });
    const [first] = reasons;
    expect(first?.change?.label).toBe(label);
    const change = first?.setUpChange;
    expect(change?.kind === "add_claim" ? change.claim.value : undefined).toEqual(value);
  });

  test("adds a claim under a name that the server's claims leave free", () => {
    const department = expression("user.department", valued("IT"));
    const taken = ["groups", "GroupsClaim"].map((name) => buildClaim({ name, value: department }));
    const { reasons } = diagnose({ ...custom, setUp: ofServer({ claims: taken }) });
    expect(reasons[0]?.setUpChange).toMatchObject({ claim: { name: "groups_2" } });
  });

  test.each([
    [filter(".*"), "Request the ID token from the org server"],
    [filter("Sales"), undefined],
    [expression("appuser.email", valued("it.user@example.com")), undefined],
    [undefined, undefined],
  ])("suggests the org server only if the app's claim has groups: %o", (value, label) => {
    const app = buildApp({ groupsClaim: value && { name: "groups", value } });
    const { reasons } = diagnose({ ...custom, setUp: ofServer({ claims: [] }, { app }) });
    expect(reasons[0]?.id).toBe("no_claim_on_server");
    expect(reasons[0]?.change?.label).toBe(label);
  });

  describe("with more than 100 groups", () => {
    const groups = Array.from({ length: 101 }, (_, index) => ({
      id: `00g${index}`,
      name: `Project ${index}`,
      isImported: false,
    }));
    const many = { user: buildUser(groups) };
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
    ])("changes no claim so that a request without a code fails: %s", (id, run, setUp) => {
      const find = (responseType: RunToDiagnose["responseType"]) => {
        const { reasons, incomplete } = diagnose({ ...run, responseType, setUp });
        return [...reasons, incomplete].find((reason) => reason?.id === id);
      };
      expect(find("id_token")).toBeDefined();
      expect(find("id_token")).not.toHaveProperty("setUpChange");
      expect(find("id_token")?.steps.at(-1)).toContain("at most 100");
      expect(find("code")).toHaveProperty("setUpChange");
    });
  });

  test.each([
    [["openid", "crm"], "The server doesn’t have the scope crm", "crm"],
    [["openid", "crm", "hr"], "The server doesn’t have the scopes crm, hr", undefined],
    [["openid", "crm", "okta.users.read"], "scopes crm, okta.users.read", undefined],
    [["openid,email"], "The server doesn’t have the scope openid,email", undefined],
  ])("adds a scope only if no other is lacking: %o", (scopes, title, added) => {
    const { reasons } = diagnose({ ...notConfigured, scopes, setUp: ofServer({}) });
    const reason = reasons.find(({ id }) => id === "unknown_scope");
    expect(reason?.title).toContain(title);
    const change = reason?.setUpChange;
    expect(change?.kind === "add_scope" ? change.scope : undefined).toBe(added);
  });

  describe("with scopes that are not those of the request", () => {
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
    ])("judges by those that are granted: %s", (_case, id, run, setUp) => {
      expect(diagnose({ ...run, setUp }).reasons[0]?.id).toBe(id);
    });

    test("says what the server granted, and adds to it", () => {
      const setUp = ofServer({
        scopes: [...scopes, { name: "email", isDefault: false }],
        claims: [buildClaim({ scopes: ["email"] })],
      });
      const [first] = diagnose({ ...byDefault, setUp }).reasons;
      expect(first).toMatchObject({
        observed: "The server granted openid groups.",
        change: { request: { scopes: ["openid", "groups", "email"] } },
      });
    });

    test("suggests no scope that was requested without effect", () => {
      const [first] = diagnose({ ...offline, setUp: ofScope("offline_access") }).reasons;
      expect(first).not.toHaveProperty("change");
    });
  });

  test.each<[CauseId, Partial<ClaimSetUp>]>([
    ["claim_not_always", { isAlways: false }],
    ["scope_condition", { scopes: ["groups"] }],
  ])("names a value without groups, too, where a setting leaves out the claim: %s", (id, claim) => {
    const setUp = ofServer({
      claims: [
        buildClaim({ ...claim, value: filter("Sales") }),
        buildClaim({ id: "ocl2", token: "access_token" }),
      ],
    });
    const accessTokenClaims = { ...user, groups: ["IT"] };
    const [first] = diagnose({ ...customBoth, accessTokenClaims, setUp }).reasons;
    expect(first?.id).toBe(id);
    expect(first?.title).toMatch(/, and no group of the user matches the claim groups$/);
    expect(first?.setUpChange).toMatchObject({ to: { value: filter(".*") } });
  });

  test("names the setting of a disabled claim before its value", () => {
    const setUp = ofClaim({ isActive: false, value: filter("Sales") });
    expect(diagnose({ ...custom, setUp }).reasons[0]?.id).toBe("claim_disabled");
  });

  test("says of no number that its expression returns a string", () => {
    const length = 'isMemberOfGroupName("IT") ? String.len("a") : 0';
    const setUp = ofApp(expression(length, valued(1)));
    const [number] = diagnose({ ...withGroups(1), setUp }).reasons;
    expect(number).toMatchObject({ id: "claim_not_a_list" });
    expect(number?.expected).not.toContain("one string");
  });

  test("states no rule of a scope for a claim with another name than groups", () => {
    const app = buildApp({ groupsClaim: { name: "teams", value: filter(".*") } });
    const run = { ...org, scopes: ["openid"] };
    expect(diagnose({ ...run, setUp: buildSetUp() }).reasons[0]?.expected).toContain("only if");
    const [first] = diagnose({ ...run, setUp: buildSetUp({ app }) }).reasons;
    expect(first?.id).toBe("scope_not_requested");
    expect(first?.expected).toContain("don’t say");
  });

  test("of several claims of the other token, names one with groups", () => {
    const narrow = buildClaim({ name: "narrow", token: "access_token", value: filter("Sales") });
    const wide = buildClaim({ id: "ocl2", name: "wide", token: "access_token" });
    const { reasons } = diagnose({ ...custom, setUp: ofServer({ claims: [narrow, wide] }) });
    expect(reasons[0]?.title).toContain("wide");
  });

  test("offers UserInfo only if it has the groups", () => {
    const run: RunToDiagnose = { ...org, responseType: both };
    const idsOf = (setUp: OrgSetUp) => diagnose({ ...run, setUp }).reasons.map(({ id }) => id);
    expect(idsOf(buildSetUp())).toContain("call_userinfo");
    expect(idsOf(ofApp(filter("Sales")))).not.toContain("call_userinfo");
    const email = expression("appuser.email", valued("it.user@example.com"));
    expect(idsOf(ofApp(email))).not.toContain("call_userinfo");
    const joined = expression(
      'Arrays.toCsvString(Groups.startsWith("OKTA", "", 10))',
      valued("IT"),
    );
    expect(idsOf(ofApp(joined))).toEqual(["thin_id_token"]);
  });
});

/** What can be seen without the set-up, and what it suggests: the first cause, and how sure that is. */
const seenByCertainty: Record<string, [CauseId, string, RunToDiagnose][]> = {
  likely: [["no_groups_claim_on_app", "a fat org token without groups", org]],
  certain: [
    ["scope_not_requested", "no groups scope", { ...org, scopes: ["openid"] }],
    ["thin_id_token", "both tokens", { ...org, responseType: both }],
    ["org_access_token", "an org access token", { ...refused, responseType: "token" }],
    ["encrypted_token", "five parts", { ...refused, unreadable: { "ID token": "encrypted" } }],
    [
      "encrypted_token",
      "an encrypted access token",
      { ...customRefused, responseType: "token", unreadable: { "Access token": "encrypted" } },
    ],
    ["unreadable_token", "no JWT", { ...refused, unreadable: { "ID token": "malformed" } }],
    ["claim_empty", "an empty list", withGroups([])],
    ["claim_empty", "empty entries", withGroups([""])],
    ["claim_not_a_list", "one text", withGroups("Everyone,IT")],
    ["claim_not_a_list", "an object", withGroups({ a: 1 })],
    ["claim_not_a_list", "numbers", withGroups([1, 2])],
    [
      "claim_not_always",
      "UserInfo has what the thin token left out",
      { ...customBoth, userInfoClaims: { ...user, groups: ["IT"] } },
    ],
    ["only_on_id_token", "groups in the ID token", withGroups(["IT"], customBoth)],
    [
      "only_on_access_token",
      "groups in the access token",
      { ...customBoth, accessTokenClaims: { ...user, groups: ["IT"] } },
    ],
    ["policy_denied", "a policy", denied],
    ["scopes_with_commas", "commas", { ...customScopes, scopes: ["openid,groups"] }],
    ["unknown_scope", "an unknown scope", notConfigured],
    [
      "custom_scope_on_org_server",
      "a custom scope",
      { ...customScopes, scopes: ["openid", "crm"] },
    ],
    ["unknown_server", "an unknown server", unknownServer],
    [
      "no_api_access_management",
      "E0000015",
      refuse(
        "E0000015",
        "You do not have permission to access the feature you are requesting",
        customRefused,
      ),
    ],
    ["expression_failed", "a failed expression", customNotEvaluated],
    [
      "system_claim_failed",
      "a failed system claim",
      refuse("server_error", "The '{0}' system claim could not be evaluated."),
    ],
    ["refused", "any other error", refuse("temporarily_unavailable", "Busy.")],
  ],
  possible: [
    ["list_may_hold_groups", "roles", { ...org, idTokenClaims: { ...user, roles: ["Admin"] } }],
    ["no_claim_on_server", "a custom ID token", custom],
    ["no_claim_on_server", "a custom server, both tokens", customBoth],
  ],
};

const seen = Object.entries(seenByCertainty).flatMap(([certainty, rows]) =>
  rows.map((row) => [...row, certainty] as const),
);

describe("without the org's set-up", () => {
  test.each(seen)("%s: %s", (id, _evidence, run, certainty) => {
    expect(diagnose(run).reasons[0]).toMatchObject({ id, certainty });
    expect(diagnose(run).reasons.some(({ setUpChange }) => setUpChange)).toBe(false);
  });

  test.each([
    ["certain", ["openid", "groups"], "The server doesn’t have the scope groups", ["openid"]],
    [
      "likely",
      ["openid", "groups", "crm"],
      "The server lacks one of the scopes groups, crm",
      ["openid"],
    ],
    ["certain", ["groups"], "The server doesn’t have the scope groups", ["openid"]],
  ] as const)(
    "names the scope that the server's metadata does not list: %s for %o",
    (certainty, scopes, title, kept) => {
      const serverScopes = ["openid", "profile"];
      const [first] = diagnose({
        ...customRefused,
        ...notConfigured,
        scopes,
        serverScopes,
      }).reasons;
      expect(first).toMatchObject({
        id: "unknown_scope",
        certainty,
        title,
        change: { request: { scopes: kept } },
      });
    },
  );

  test.each([
    ["groups", false],
    ["okta.users.read", true],
  ])("mentions scopes of Okta's API only to someone who requested one: %s", (scope, mentions) => {
    const [first] = diagnose({
      ...customRefused,
      ...notConfigured,
      scopes: ["openid", scope],
      serverScopes: ["openid"],
    }).reasons;
    expect(first?.id).toBe("unknown_scope");
    expect(first?.steps.join(" ").includes("okta.myAccount")).toBe(mentions);
  });

  test.each([
    custom,
    refuse("E0000015", "You do not have permission to access the feature", customRefused),
  ])("sends no custom server's scope to the org server (%#)", (run) => {
    const { reasons } = diagnose({ ...run, scopes: ["openid", "email", "crm.read"] });
    const change = reasons.flatMap((reason) => reason.change ?? [])[0];
    const sent = change?.kind === "send_request" ? change.request : {};
    expect(sent.server).toEqual({ kind: "org" });
    expect(sent.scopes).toEqual(expect.arrayContaining(["openid", "email"]));
    expect(sent.scopes).not.toContain("crm.read");
  });

  test("names no scope where the metadata lists them all", () => {
    const scopes = ["openid"];
    const run = { ...customRefused, ...notConfigured, scopes, serverScopes: scopes };
    expect(diagnose(run).reasons[0]?.title).not.toContain("doesn’t have the scope openid");
  });

  test.each<[CauseId, RunToDiagnose]>([
    ["claim_on_other_token", custom],
    ["claim_not_always", customBoth],
    ["scope_condition", custom],
    ["claim_disabled", custom],
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
    ["claim_on_custom_server", org],
    ["set_up_changed", org],
    ["no_policy", denied],
    ["rule_grant_type", denied],
    ["rule_people", denied],
    ["rule_scopes", denied],
  ])("lists as possible: %s", (id, run) => {
    expect(diagnose(run).reasons.find((reason) => reason.id === id)?.certainty).toBe("possible");
  });

  test("says nothing about groups while a token is encrypted", () => {
    const { reasons } = diagnose({ ...refused, unreadable: { "ID token": "encrypted" } });
    expect(reasons.map(({ id }) => id)).toEqual(["encrypted_token"]);
  });

  test("says nothing about tokens of a code that was not exchanged", () => {
    const { reasons, places } = diagnose({
      ...custom,
      responseType: "code id_token",
      codeExchange: "pending",
    });
    expect(places["Access token"].state).toBe("not_requested");
    expect(JSON.stringify(reasons)).not.toMatch(/exchanged|decoded/);
  });
});

describe("every cause", () => {
  const runs = [
    ...proven.map(([, , run, setUp]) => ({ ...run, setUp })),
    ...seen.map(([, , run]) => run),
  ];

  test.each(runs.map((run) => [diagnose(run).reasons] as const))(
    "says what was seen, and what to do (%#)",
    (reasons) => {
      expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
      for (const { title, observed, expected, steps, source, certainty } of reasons) {
        expect(title).not.toMatch(/[.]$|undefined/);
        expect(observed).toMatch(/[.”]$/);
        expect(expected).toMatch(/[.*]$/);
        expect(steps).not.toEqual([]);
        expect(source.url).toMatch(/^https:/);
        if (certainty === "possible") expect(title).toMatch(/\bmay\b/);
        else expect(title).not.toMatch(/\bmay not be\b/);
      }
    },
  );
});
