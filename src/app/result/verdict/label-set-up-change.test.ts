import { expect, test } from "vitest";
import { everyGroup } from "../../../okta/causes/value-problem.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import { labelSetUpChange } from "./label-set-up-change.ts";

const app = { id: "0oa1", name: "Explorer" };
const server = { id: "default", name: "default" };
const claim = { id: "ocl1", name: "groups" };
const policy = { id: "00p1", name: "Policy" };
const rule = { id: "0pr1", name: "Rule" };
const expression = { kind: "expression", expression: "user.getGroups()" } as const;

test.each<[string, SetUpChange]>([
  [
    "Set the app’s groups claim to Matches regex .*",
    { kind: "set_app_groups_claim", app, name: "groups", value: everyGroup },
  ],
  ["Use this expression", { kind: "set_app_groups_claim", app, name: "groups", value: expression }],
  [
    "Replace the app’s groups claim with Matches regex .*",
    {
      kind: "set_app_groups_claim",
      app,
      name: "groups",
      value: everyGroup,
      isReplacement: true,
    },
  ],
  [
    "Replace the app’s groups claim",
    {
      kind: "set_app_groups_claim",
      app,
      name: "groups",
      value: expression,
      isReplacement: true,
    },
  ],
  ["Activate the app", { kind: "change_app", app, to: { isActive: true } }],
  [
    "Allow the flow for the app",
    { kind: "change_app", app, to: { grantTypes: ["implicit"], responseTypes: ["id_token"] } },
  ],
  [
    "Add the redirect URI",
    { kind: "change_app", app, to: { redirectUris: ["http://localhost/"] } },
  ],
  ["Set app.profile.allowed", { kind: "change_app", app, to: { profile: { allowed: ["00g1"] } } }],
  ["Assign it.user", { kind: "assign_user", app, user: { id: "00u1", name: "it.user" } }],
  [
    "Unsuspend it.user",
    { kind: "activate_user", user: { id: "00u1", name: "it.user" }, step: "unsuspend" },
  ],
  [
    "Activate it.user",
    { kind: "activate_user", user: { id: "00u1", name: "it.user" }, step: "activate" },
  ],
  ["Activate the server", { kind: "activate_server", server }],
  ["Add the scope groups to the server", { kind: "add_scope", server, scope: "groups" }],
  [
    "Set the claim groups to Always",
    { kind: "change_claim", server, claim, to: { isAlways: true } },
  ],
  [
    "Correct the claim groups",
    { kind: "change_claim", server, claim, to: { isActive: true, value: everyGroup } },
  ],
  ["Enable the claim groups", { kind: "change_claim", server, claim, to: { isActive: true } }],
  [
    "Set the claim groups to Any scope",
    { kind: "change_claim", server, claim, to: { scopes: [] } },
  ],
  [
    "Set the claim groups to Matches regex .*",
    { kind: "change_claim", server, claim, to: { value: everyGroup } },
  ],
  ["Activate the policy", { kind: "change_policy", server, policy, to: { isActive: true } }],
  ["Add the app to the policy", { kind: "change_policy", server, policy, to: { client: app } }],
  ["Activate the rule", { kind: "change_rule", server, policy, rule, to: { isActive: true } }],
  [
    "Allow the scopes in the rule",
    { kind: "change_rule", server, policy, rule, to: { scopes: ["groups"] } },
  ],
  [
    "Allow all users in the rule",
    { kind: "change_rule", server, policy, rule, to: { people: "everyone" } },
  ],
])("a button's label names the change: %s", (label, change) => {
  expect(labelSetUpChange(change)).toBe(`${label} and send`);
});
