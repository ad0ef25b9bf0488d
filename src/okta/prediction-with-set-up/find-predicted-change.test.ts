import { describe, expect, test } from "vitest";
import { failed, valued } from "../causes/test-causes.ts";
import {
  buildApp,
  buildClaim,
  buildPolicy,
  buildRule,
  buildSetUp,
  buildUser,
  clientId,
  expression,
  filter,
  manyGroups,
  ofApp,
  ofAppSettings,
  ofClaim,
  ofPolicy,
  ofRule,
  ofServer,
} from "../causes/test-set-up.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import { findErrorPageChange, findPredictedChange } from "./find-predicted-change.ts";
import { findErrorPage } from "./find-set-up-refusal.ts";
import { predictWithSetUp } from "./predict-with-set-up.ts";

const org: RequestOfApp = {
  server: { kind: "org" },
  responseType: "id_token",
  scopes: ["openid", "groups"],
  clientId,
};
const custom: RequestOfApp = { ...org, server: { kind: "custom", id: "aus1" }, scopes: ["openid"] };

const find = (request: RequestOfApp, setUp: OrgSetUp) =>
  findPredictedChange(request, predictWithSetUp(request, setUp), setUp);

describe(findPredictedChange, () => {
  const deactivated = { ...buildUser(), status: "DEPROVISIONED" };
  const unassigned = buildApp({ isUserAssigned: false });

  test.each<[string, OrgSetUp, boolean]>([
    ["an activated user without another problem", buildSetUp({ user: deactivated }), true],
    [
      "an activated user without a password",
      buildSetUp({ user: { ...deactivated, hasPassword: false } }),
      false,
    ],
    [
      "an activated user who is not assigned",
      buildSetUp({ user: deactivated, app: unassigned }),
      false,
    ],
    ["an activated app", ofAppSettings({ isActive: false }), true],
    [
      "an activated app without the user",
      ofAppSettings({ isActive: false, isUserAssigned: false }),
      false,
    ],
  ])("returns whether %s is enough", (_case, setUp, isEnough) => {
    expect(find(org, setUp)).toMatchObject({ isEnough });
  });

  const groups = { groups: ["00gOther"], users: [] };

  test.each<[string, OrgSetUp, boolean]>([
    ["a policy", ofPolicy(), true],
    ["a policy that then allows the app", ofPolicy(buildPolicy({ clients: [] })), true],
    [
      "a policy that allows the app, but has no rule",
      ofPolicy(buildPolicy({ clients: [], rules: [] })),
      false,
    ],
    ["an active policy", ofPolicy(buildPolicy({ isActive: false })), true],
    [
      "an active policy without an active rule",
      ofPolicy(buildPolicy({ isActive: false, rules: [buildRule({ isActive: false })] })),
      false,
    ],
    ["a rule", ofPolicy(buildPolicy({ rules: [] })), true],
    ["a rule for every user", ofRule({ people: groups }), true],
    ["a rule without exclusions", ofRule({ excluded: { groups: ["00g2"], users: [] } }), true],
    [
      "a rule for every user, but for another grant type",
      ofRule({ people: groups, grantTypes: ["authorization_code"] }),
      false,
    ],
    ["a rule with the grant type", ofRule({ grantTypes: ["authorization_code"] }), true],
    [
      "a rule with the grant type, but for other scopes",
      ofRule({ grantTypes: ["authorization_code"], scopes: ["email"] }),
      false,
    ],
    ["a rule with the scopes", ofRule({ scopes: ["email"] }), true],
    ["an active rule", ofRule({ isActive: false }), true],
  ])("returns whether %s is enough for a custom server", (_case, setUp, isEnough) => {
    expect(find(custom, setUp)).toMatchObject({ isEnough });
  });

  test.each<[string, RequestOfApp, OrgSetUp, object]>([
    [
      "an app without a groups claim",
      org,
      ofAppSettings({ groupsClaim: undefined }),
      { kind: "set_app_groups_claim" },
    ],
    ["a server without a groups claim", custom, ofServer({ claims: [] }), { kind: "add_claim" }],
    [
      "a claim that is not set to Always",
      { ...custom, responseType: "id_token token" },
      ofClaim({ isAlways: false }),
      { kind: "change_claim", to: { isAlways: true } },
    ],
    [
      "a user who is not assigned",
      org,
      ofAppSettings({ isUserAssigned: false }),
      { kind: "assign_user" },
    ],
    [
      "a scope that the server lacks",
      { ...custom, scopes: ["openid", "groups"] },
      ofServer({ scopes: [{ name: "openid", isDefault: false }] }),
      { kind: "add_scope", scope: "groups" },
    ],
    [
      "a policy for other apps",
      custom,
      ofPolicy(buildPolicy({ clients: ["0oaOther"] })),
      { kind: "change_policy" },
    ],
    [
      "a deactivated app",
      org,
      ofAppSettings({ isActive: false }),
      { kind: "change_app", to: { isActive: true } },
    ],
    [
      "a suspended user",
      org,
      buildSetUp({ user: { ...buildUser(), status: "SUSPENDED" } }),
      { kind: "activate_user", step: "unsuspend" },
    ],
    ["a deactivated server", custom, ofServer({ isActive: false }), { kind: "activate_server" }],
    [
      "an app without the flow",
      org,
      ofAppSettings({ responseTypes: ["code"], grantTypes: ["authorization_code"] }),
      { kind: "change_app" },
    ],
    [
      "a limit above 100 in an expression",
      org,
      ofApp(expression('Groups.startsWith("OKTA", "", 200)', failed)),
      {
        kind: "set_app_groups_claim",
        value: { expression: 'Groups.startsWith("OKTA", "", 100)' },
      },
    ],
    [
      "a failing expression of a server's claim",
      custom,
      ofClaim({ name: "teams", value: expression('Groups.startWith("OKTA", "", 10)', failed) }),
      { kind: "change_claim", claim: { name: "teams" } },
    ],
    [
      "an invalid regex",
      org,
      ofApp(filter("(IT")),
      { kind: "set_app_groups_claim", value: { value: ".*" } },
    ],
    [
      "an app that lacks the redirect URI",
      { ...org, redirectUri: "http://localhost:5173/" },
      buildSetUp(),
      { kind: "change_app", to: { redirectUris: ["http://localhost:5173/"] } },
    ],
  ])("finds the change for %s", (_case, request, setUp, change) => {
    expect(find(request, setUp)?.change).toMatchObject(change);
  });

  const csv = expression("Arrays.toCsvString(user.getGroups({}).![name])", valued("Everyone,IT"));
  const isMember = expression('isMemberOfGroupName("IT")', valued(true));
  const list = { kind: "expression", expression: "user.getGroups({}).![name]" };

  test.each<[string, RequestOfApp, OrgSetUp, object]>([
    ["an app's string", org, ofApp(csv), { kind: "set_app_groups_claim", value: list }],
    ["an app's boolean", org, ofApp(isMember), { kind: "set_app_groups_claim", name: "groups" }],
    [
      "a server's string",
      custom,
      ofClaim({ value: csv }),
      { kind: "change_claim", to: { value: list } },
    ],
    ["a server's boolean", custom, ofClaim({ value: isMember }), { kind: "add_claim" }],
    [
      "a string in a thin ID token",
      { ...custom, responseType: "id_token token" },
      ofClaim({ value: csv }),
      { kind: "change_claim", to: { value: list } },
    ],
    [
      "a string in an access token",
      { ...custom, responseType: "token" },
      ofClaim({ token: "access_token", value: csv }),
      { kind: "change_claim", to: { value: list } },
    ],
    [
      "a string that needs a scope, too",
      custom,
      ofClaim({ value: csv, scopes: ["groups"] }),
      { kind: "change_claim", to: { scopes: [], value: list } },
    ],
  ])("finds the change that the verdict offers for %s", (_case, request, setUp, change) => {
    const prediction = predictWithSetUp(request, setUp);
    expect(findPredictedChange(request, prediction, setUp)?.change).toMatchObject(change);
  });

  test("finds the verdict's change if another claim needs a smaller one", () => {
    const claims = [
      buildClaim({ id: "ocl1", value: isMember }),
      buildClaim({ id: "ocl2", name: "teams", isActive: false }),
    ];
    expect(find(custom, ofServer({ claims }))?.change).toMatchObject({
      kind: "change_claim",
      claim: { name: "teams" },
      to: { isActive: true },
    });
  });

  test.each<[string, RequestOfApp, OrgSetUp]>([
    ["groups that are predicted", org, buildSetUp()],
    ["a request without the groups scope", { ...org, scopes: ["openid"] }, buildSetUp()],
    ["a thin ID token", { ...org, responseType: "id_token token" }, buildSetUp()],
    ["an unknown app", org, buildSetUp({ app: undefined })],
    ["several unknown scopes", { ...custom, scopes: ["openid", "crm", "hr"] }, ofServer({})],
    ["scopes with commas", { ...custom, scopes: ["openid,email"] }, ofServer({})],
    ["too many groups", org, buildSetUp({ user: buildUser(manyGroups) })],
    [
      "an expression of too many groups",
      org,
      ofApp(expression("user.getGroups({}).![name]", failed), { user: buildUser(manyGroups) }),
    ],
  ])("finds no change for %s", (_case, request, setUp) => {
    expect(find(request, setUp)).toBeUndefined();
  });
});

describe(findErrorPageChange, () => {
  const deactivated = { ...buildUser(), status: "DEPROVISIONED" };

  test.each<[string, OrgSetUp, boolean]>([
    ["leads to a response", ofAppSettings({ isActive: false }), true],
    [
      "leads to a refusal in a redirect",
      ofAppSettings({ isActive: false, isUserAssigned: false }),
      true,
    ],
    [
      "leads to the next error page",
      buildSetUp({ app: buildApp({ isActive: false }), user: deactivated }),
      false,
    ],
  ])("returns whether the change is enough: it %s", (_case, setUp, isEnough) => {
    const refusal = findErrorPage(org, setUp);
    if (!refusal) throw new Error("This org shows an error page.");
    const change = { kind: "change_app", to: { isActive: true } };
    expect(findErrorPageChange(org, refusal, setUp)).toMatchObject({ change, isEnough });
  });
});
