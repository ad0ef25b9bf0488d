import { describe, expect, test } from "vitest";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import { applySetUpChange } from "./apply-set-up-change.ts";
import { createFakeOrg, orgUrl, type Routes, refuse } from "./test-org-api.ts";

const named = (id: string) => ({ id, name: id });
const app = {
  id: "app1",
  label: "App",
  status: "ACTIVE",
  credentials: { oauthClient: { client_id: "client1", autoKeyRotation: true } },
  settings: {
    notes: { admin: "kept" },
    oauthClient: {
      application_type: "browser",
      grant_types: ["authorization_code"],
      response_types: ["code"],
      redirect_uris: ["https://example.com/"],
    },
  },
  profile: { other: "kept" },
};
const claim = {
  id: "claim1",
  name: "Groups",
  status: "INACTIVE",
  claimType: "IDENTITY",
  valueType: "GROUPS",
  value: "IT",
  group_filter_type: "EQUALS",
  conditions: { scopes: ["groups"] },
  system: false,
  alwaysIncludeInToken: false,
};
const rule = {
  id: "rule1",
  name: "Rule",
  priority: 3,
  status: "INACTIVE",
  conditions: {
    people: {
      users: { include: ["user2"], exclude: ["user1"] },
      groups: { include: ["group1"], exclude: ["group2"] },
    },
    grantTypes: { include: ["authorization_code"] },
    scopes: { include: ["openid"] },
  },
  actions: {
    token: {
      accessTokenLifetimeMinutes: 5,
      refreshTokenLifetimeMinutes: 0,
      refreshTokenWindowMinutes: 10_080,
    },
  },
};
const policy = {
  id: "policy1",
  type: "OAUTH_AUTHORIZATION_POLICY",
  name: "Policy",
  description: "kept",
  priority: 2,
  status: "ACTIVE",
  conditions: { clients: { include: ["client2"] } },
};

const server = "/api/v1/authorizationServers/server1";
const claimPath = `${server}/claims/claim1`;
const policyPath = `${server}/policies/policy1`;
const rulesPath = `${policyPath}/rules`;
const appPath = "/api/v1/apps/app1";

const routes: Routes = {
  [`GET ${appPath}`]: app,
  [`PUT ${appPath}`]: app,
  [`POST ${appPath}/lifecycle/activate`]: {},
  [`POST ${appPath}/users`]: {},
  "POST /api/v1/internal/apps/app1/settings/oauth/idToken": {},
  "GET /api/v1/users/user1": {
    id: "user1",
    status: "ACTIVE",
    profile: { login: "ann@example.com" },
  },
  "POST /api/v1/users/user1/lifecycle/unsuspend": {},
  "PUT /api/v1/groups/group1/users/user1": new Response(null, { status: 204 }),
  [`POST ${server}/lifecycle/activate`]: new Response(null, { status: 204 }),
  [`POST ${server}/scopes`]: {},
  [`POST ${server}/claims`]: {},
  [`GET ${claimPath}`]: claim,
  [`PUT ${claimPath}`]: claim,
  [`POST ${server}/policies`]: { ...policy, id: "policy2" },
  [`POST ${server}/policies/policy2/rules`]: {},
  [`GET ${policyPath}`]: policy,
  [`PUT ${policyPath}`]: policy,
  [`POST ${policyPath}/lifecycle/activate`]: new Response(null, { status: 204 }),
  [`POST ${rulesPath}`]: {},
  [`GET ${rulesPath}/rule1`]: rule,
  [`PUT ${rulesPath}/rule1`]: rule,
  [`POST ${rulesPath}/rule1/lifecycle/activate`]: new Response(null, { status: 204 }),
};

async function apply(change: SetUpChange, changed: Routes = {}) {
  const { fetch, calls } = createFakeOrg({ ...routes, ...changed });
  const outcome = await applySetUpChange(orgUrl, change, fetch);
  return { outcome, changes: calls.filter(({ call }) => !call.startsWith("GET")) };
}

/** A change, and the bodies of the calls that make it, in their order. */
type Row = [name: string, SetUpChange, calls: Record<string, object | undefined>];

const ofApp = { app: named("app1") };
const ofServer = { server: named("server1") };
const ofClaim = { ...ofServer, claim: named("claim1") };
const ofPolicy = { ...ofServer, policy: named("policy1") };
const ofRule = { ...ofPolicy, rule: named("rule1") };

const newRule = { name: "New", grantTypes: ["implicit"], scopes: ["openid", "groups"] };
const newRuleBody = {
  name: "New",
  conditions: {
    people: { groups: { include: ["EVERYONE"] } },
    grantTypes: { include: ["implicit"] },
    scopes: { include: ["openid", "groups"] },
  },
};

const rows: readonly Row[] = [
  [
    "sets an app's groups claim to a filter",
    {
      kind: "set_app_groups_claim",
      ...ofApp,
      name: "groups",
      value: { kind: "filter", type: "REGEX", value: ".*" },
    },
    {
      "POST /api/v1/internal/apps/app1/settings/oauth/idToken": {
        name: "groups",
        valueType: "GROUPS",
        groupFilterType: "REGEX",
        value: ".*",
      },
    },
  ],
  [
    "sets an app's groups claim to an expression",
    {
      kind: "set_app_groups_claim",
      ...ofApp,
      name: "groups",
      value: { kind: "expression", expression: "user.login" },
    },
    {
      "POST /api/v1/internal/apps/app1/settings/oauth/idToken": {
        name: "groups",
        valueType: "EXPRESSION",
        value: "user.login",
      },
    },
  ],
  [
    "activates an app",
    { kind: "change_app", ...ofApp, to: { isActive: true } },
    { [`POST ${appPath}/lifecycle/activate`]: undefined },
  ],
  [
    "adds to an app's grant and response types, and keeps everything else",
    {
      kind: "change_app",
      ...ofApp,
      to: { grantTypes: ["implicit"], responseTypes: ["id_token", "code"] },
    },
    {
      [`PUT ${appPath}`]: {
        label: "App",
        credentials: { oauthClient: { autoKeyRotation: true } },
        settings: {
          notes: { admin: "kept" },
          oauthClient: {
            grant_types: ["authorization_code", "implicit"],
            response_types: ["code", "id_token"],
            redirect_uris: ["https://example.com/"],
          },
        },
        profile: { other: "kept" },
      },
    },
  ],
  [
    "adds a redirect URI to an app's own",
    { kind: "change_app", ...ofApp, to: { redirectUris: ["http://localhost:5173/"] } },
    {
      [`PUT ${appPath}`]: {
        settings: {
          oauthClient: { redirect_uris: ["https://example.com/", "http://localhost:5173/"] },
        },
      },
    },
  ],
  [
    "sets a custom property of an app beside the others",
    { kind: "change_app", ...ofApp, to: { profile: { allowed: ["IT"] } } },
    {
      [`PUT ${appPath}`]: {
        profile: { other: "kept", allowed: ["IT"] },
        settings: { oauthClient: { response_types: ["code"] } },
      },
    },
  ],
  [
    "assigns a user to an app with their username",
    { kind: "assign_user", ...ofApp, user: named("user1") },
    {
      [`POST ${appPath}/users`]: {
        id: "user1",
        scope: "USER",
        credentials: { userName: "ann@example.com" },
      },
    },
  ],
  [
    "adds a user to a group",
    { kind: "add_to_group", user: named("user1"), group: named("group1") },
    { "PUT /api/v1/groups/group1/users/user1": undefined },
  ],
  [
    "unsuspends a user",
    { kind: "activate_user", user: named("user1"), step: "unsuspend" },
    { "POST /api/v1/users/user1/lifecycle/unsuspend": undefined },
  ],
  [
    "activates a server",
    { kind: "activate_server", ...ofServer },
    { [`POST ${server}/lifecycle/activate`]: undefined },
  ],
  [
    "adds a scope",
    { kind: "add_scope", ...ofServer, scope: "groups" },
    { [`POST ${server}/scopes`]: { name: "groups", metadataPublish: "ALL_CLIENTS" } },
  ],
  [
    "adds a claim",
    {
      kind: "add_claim",
      ...ofServer,
      claim: {
        name: "groups",
        token: "id_token",
        value: { kind: "filter", type: "STARTS_WITH", value: "I" },
        isActive: true,
        isAlways: true,
        scopes: [],
      },
    },
    {
      [`POST ${server}/claims`]: {
        name: "groups",
        status: "ACTIVE",
        claimType: "IDENTITY",
        valueType: "GROUPS",
        group_filter_type: "STARTS_WITH",
        value: "I",
        conditions: { scopes: [] },
        alwaysIncludeInToken: true,
      },
    },
  ],
  [
    "sets a claim to Always and any scope, and keeps its value",
    { kind: "change_claim", ...ofClaim, to: { isAlways: true, isActive: true, scopes: [] } },
    {
      [`PUT ${claimPath}`]: {
        name: "Groups",
        status: "ACTIVE",
        claimType: "IDENTITY",
        valueType: "GROUPS",
        value: "IT",
        group_filter_type: "EQUALS",
        conditions: { scopes: [] },
        alwaysIncludeInToken: true,
      },
    },
  ],
  [
    "replaces a claim's filter with an expression",
    {
      kind: "change_claim",
      ...ofClaim,
      to: { value: { kind: "expression", expression: "user.login" } },
    },
    {
      [`PUT ${claimPath}`]: {
        status: "INACTIVE",
        valueType: "EXPRESSION",
        value: "user.login",
        conditions: { scopes: ["groups"] },
        alwaysIncludeInToken: false,
      },
    },
  ],
  [
    "adds a policy for an app's client ID, with a rule for everyone",
    { kind: "add_policy", ...ofServer, ...ofApp, name: "New", rule: newRule },
    {
      [`POST ${server}/policies`]: {
        name: "New",
        conditions: { clients: { include: ["client1"] } },
      },
      [`POST ${server}/policies/policy2/rules`]: newRuleBody,
    },
  ],
  [
    "adds a rule",
    { kind: "add_rule", ...ofPolicy, rule: newRule },
    { [`POST ${rulesPath}`]: newRuleBody },
  ],
  [
    "allows a client in a policy, and activates it",
    {
      kind: "change_policy",
      ...ofPolicy,
      to: { isActive: true, client: { id: "client1", name: "App" } },
    },
    {
      [`PUT ${policyPath}`]: {
        name: "Policy",
        description: "kept",
        priority: 2,
        conditions: { clients: { include: ["client2", "client1"] } },
      },
      [`POST ${policyPath}/lifecycle/activate`]: undefined,
    },
  ],
  [
    "adds to a rule's grant types and scopes, and keeps its people",
    {
      kind: "change_rule",
      ...ofRule,
      to: { isActive: true, grantTypes: ["implicit"], scopes: ["groups"] },
    },
    {
      [`PUT ${rulesPath}/rule1`]: {
        priority: 3,
        conditions: {
          people: rule.conditions.people,
          grantTypes: { include: ["authorization_code", "implicit"] },
          scopes: { include: ["openid", "groups"] },
        },
        actions: rule.actions,
      },
      [`POST ${rulesPath}/rule1/lifecycle/activate`]: undefined,
    },
  ],
  [
    "lets a rule cover everyone",
    { kind: "change_rule", ...ofRule, to: { people: "everyone" } },
    {
      [`PUT ${rulesPath}/rule1`]: {
        conditions: {
          people: { users: { exclude: [] }, groups: { include: ["EVERYONE"], exclude: [] } },
          grantTypes: { include: ["authorization_code"] },
        },
      },
    },
  ],
];

describe(applySetUpChange, () => {
  test.each(rows)("%s", async (_name, change, calls) => {
    const { outcome, changes } = await apply(change);
    expect(outcome).toEqual({ kind: "done" });
    expect(changes.map(({ call }) => call)).toEqual(Object.keys(calls));
    expect(changes.map(({ body }) => body)).toMatchObject(Object.values(calls));
  });

  const addGroupsScope: SetUpChange = { kind: "add_scope", ...ofServer, scope: "groups" };
  const addPolicy: SetUpChange = {
    kind: "add_policy",
    ...ofServer,
    ...ofApp,
    name: "New",
    rule: newRule,
  };

  test.each<[string, SetUpChange, Routes, string]>([
    [
      "the org's causes",
      addGroupsScope,
      {
        [`POST ${server}/scopes`]: refuse(
          400,
          "Api validation failed: scope",
          "name: An object with this field already exists",
        ),
      },
      "name: An object with this field already exists",
    ],
    [
      "the org's summary without causes",
      addGroupsScope,
      { [`POST ${server}/scopes`]: refuse(403, "You do not have permission.") },
      "You do not have permission.",
    ],
    [
      "that an object is gone",
      { kind: "change_app", app: named("gone"), to: { grantTypes: ["implicit"] } },
      {},
      "The demo org doesn’t have this object. It may have been deleted, or the org was reset.",
    ],
    [
      "that the org does not respond with JSON",
      addGroupsScope,
      { [`POST ${server}/scopes`]: new Response("<!doctype html>") },
      "This page can’t parse the demo org’s response. The page and the org may have different versions: reload the page.",
    ],
    [
      "that a new policy has another shape",
      addPolicy,
      { [`POST ${server}/policies`]: {} },
      "This page can’t parse the demo org’s response. The page and the org may have different versions: reload the page.",
    ],
  ])("returns %s", async (_case, change, changed, message) => {
    const { outcome } = await apply(change, changed);
    expect(outcome).toEqual({ kind: "refused", message });
  });

  test("stops at the first call that fails", async () => {
    const { changes } = await apply(addPolicy, { [`POST ${server}/policies`]: refuse(400, "No.") });
    expect(changes.map(({ call }) => call)).toEqual([`POST ${server}/policies`]);
  });
});
