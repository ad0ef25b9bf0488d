import { describe, expect, test } from "vitest";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import { applySetUpChange } from "./apply-set-up-change.ts";
import { createFakeOrg, orgUrl, type Routes, refuse } from "./test-org-api.ts";

const named = (id: string) => ({ id, name: id });
const app = {
  id: "app1",
  label: "App",
  status: "ACTIVE",
  credentials: { oauthClient: { client_id: "client1", client_secret: "kept" } },
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

type Row = [name: string, change: SetUpChange, calls: readonly { call: string; body?: unknown }[]];

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
      app: named("app1"),
      name: "groups",
      value: { kind: "filter", type: "REGEX", value: ".*" },
    },
    [
      {
        call: "POST /api/v1/internal/apps/app1/settings/oauth/idToken",
        body: { name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" },
      },
    ],
  ],
  [
    "sets an app's groups claim to an expression",
    {
      kind: "set_app_groups_claim",
      app: named("app1"),
      name: "groups",
      value: { kind: "expression", expression: "user.login" },
    },
    [
      {
        call: "POST /api/v1/internal/apps/app1/settings/oauth/idToken",
        body: { name: "groups", valueType: "EXPRESSION", value: "user.login" },
      },
    ],
  ],
  [
    "activates an app",
    { kind: "change_app", app: named("app1"), to: { isActive: true } },
    [{ call: `POST ${appPath}/lifecycle/activate` }],
  ],
  [
    "adds to an app's grant and response types, and keeps everything else",
    {
      kind: "change_app",
      app: named("app1"),
      to: { grantTypes: ["implicit"], responseTypes: ["id_token", "code"] },
    },
    [
      {
        call: `PUT ${appPath}`,
        body: {
          label: "App",
          credentials: { oauthClient: { client_secret: "kept" } },
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
  ],
  [
    "sets a custom property of an app beside the others",
    { kind: "change_app", app: named("app1"), to: { profile: { allowed: ["IT"] } } },
    [
      {
        call: `PUT ${appPath}`,
        body: {
          profile: { other: "kept", allowed: ["IT"] },
          settings: { oauthClient: { response_types: ["code"] } },
        },
      },
    ],
  ],
  [
    "assigns a user to an app with their username",
    { kind: "assign_user", app: named("app1"), user: named("user1") },
    [
      {
        call: `POST ${appPath}/users`,
        body: { id: "user1", scope: "USER", credentials: { userName: "ann@example.com" } },
      },
    ],
  ],
  [
    "adds a user to a group",
    { kind: "add_to_group", user: named("user1"), group: named("group1") },
    [{ call: "PUT /api/v1/groups/group1/users/user1" }],
  ],
  [
    "activates a server",
    { kind: "activate_server", server: named("server1") },
    [{ call: `POST ${server}/lifecycle/activate` }],
  ],
  [
    "adds a scope",
    { kind: "add_scope", server: named("server1"), scope: "groups" },
    [{ call: `POST ${server}/scopes`, body: { name: "groups", default: false } }],
  ],
  [
    "adds a claim",
    {
      kind: "add_claim",
      server: named("server1"),
      claim: {
        name: "groups",
        token: "id_token",
        value: { kind: "filter", type: "STARTS_WITH", value: "I" },
        isActive: true,
        isAlways: true,
        scopes: [],
      },
    },
    [
      {
        call: `POST ${server}/claims`,
        body: {
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
  ],
  [
    "sets a claim to Always and any scope, and keeps its value",
    {
      kind: "change_claim",
      server: named("server1"),
      claim: named("claim1"),
      to: { isAlways: true, isActive: true, scopes: [] },
    },
    [
      {
        call: `PUT ${claimPath}`,
        body: {
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
  ],
  [
    "replaces a claim's filter with an expression",
    {
      kind: "change_claim",
      server: named("server1"),
      claim: named("claim1"),
      to: { value: { kind: "expression", expression: "user.login" } },
    },
    [
      {
        call: `PUT ${claimPath}`,
        body: {
          status: "INACTIVE",
          valueType: "EXPRESSION",
          value: "user.login",
          conditions: { scopes: ["groups"] },
          alwaysIncludeInToken: false,
        },
      },
    ],
  ],
  [
    "adds a policy for an app's client ID, with a rule for everyone",
    {
      kind: "add_policy",
      server: named("server1"),
      app: named("app1"),
      name: "New",
      rule: newRule,
    },
    [
      {
        call: `POST ${server}/policies`,
        body: { name: "New", conditions: { clients: { include: ["client1"] } } },
      },
      { call: `POST ${server}/policies/policy2/rules`, body: newRuleBody },
    ],
  ],
  [
    "adds a rule",
    { kind: "add_rule", server: named("server1"), policy: named("policy1"), rule: newRule },
    [{ call: `POST ${rulesPath}`, body: newRuleBody }],
  ],
  [
    "allows a client in a policy, and activates it",
    {
      kind: "change_policy",
      server: named("server1"),
      policy: named("policy1"),
      to: { isActive: true, client: { id: "client1", name: "App" } },
    },
    [
      {
        call: `PUT ${policyPath}`,
        body: {
          name: "Policy",
          description: "kept",
          priority: 2,
          conditions: { clients: { include: ["client2", "client1"] } },
        },
      },
      { call: `POST ${policyPath}/lifecycle/activate` },
    ],
  ],
  [
    "adds to a rule's grant types and scopes, and keeps its people",
    {
      kind: "change_rule",
      server: named("server1"),
      policy: named("policy1"),
      rule: named("rule1"),
      to: { isActive: true, grantTypes: ["implicit"], scopes: ["groups"] },
    },
    [
      {
        call: `PUT ${rulesPath}/rule1`,
        body: {
          priority: 3,
          conditions: {
            people: rule.conditions.people,
            grantTypes: { include: ["authorization_code", "implicit"] },
            scopes: { include: ["openid", "groups"] },
          },
          actions: rule.actions,
        },
      },
      { call: `POST ${rulesPath}/rule1/lifecycle/activate` },
    ],
  ],
  [
    "lets a rule cover everyone",
    {
      kind: "change_rule",
      server: named("server1"),
      policy: named("policy1"),
      rule: named("rule1"),
      to: { people: "everyone" },
    },
    [
      {
        call: `PUT ${rulesPath}/rule1`,
        body: {
          conditions: {
            people: {
              users: { exclude: [] },
              groups: { include: ["EVERYONE"], exclude: [] },
            },
            grantTypes: { include: ["authorization_code"] },
          },
        },
      },
    ],
  ],
];

describe(applySetUpChange, () => {
  test.each(rows)("%s", async (_name, change, calls) => {
    const { outcome, changes } = await apply(change);
    expect(outcome).toEqual({ kind: "done" });
    expect(changes).toMatchObject(calls);
    expect(changes).toHaveLength(calls.length);
  });

  const addGroupsScope: SetUpChange = {
    kind: "add_scope",
    server: named("server1"),
    scope: "groups",
  };
  const addPolicy: SetUpChange = {
    kind: "add_policy",
    server: named("server1"),
    app: named("app1"),
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
