import { describe, expect, test } from "vitest";
import {
  buildClaim,
  buildPolicy,
  buildSetUp,
  buildUser,
  clientId,
  filter,
  ofAppSettings,
  ofClaim,
  ofPolicy,
  ofRule,
} from "./causes/test-set-up.ts";
import { describeSetUpChange } from "./describe-set-up-change.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import type { SetUpChange } from "./set-up-change.ts";

const app = { id: clientId, name: "Explorer" };
const user = { id: "00u1", name: "it.user@example.com" };
const server = { id: "aus1", name: "My server" };
const policy = { id: "00p1", name: "My policy" };
const claim = { id: "ocl1", name: "groups" };
const rule = { id: "0pr1", name: "Default rule" };
const all = { kind: "filter", type: "REGEX", value: ".*" } as const;

describe(describeSetUpChange, () => {
  test.each<[SetUpChange, OrgSetUp, string]>([
    [
      { kind: "set_app_groups_claim", app, name: "groups", value: all },
      ofAppSettings({ groupsClaim: undefined }),
      "Groups claim of Explorer: none → groups, Matches regex .*",
    ],
    [
      { kind: "set_app_groups_claim", app, name: "groups", value: all },
      ofAppSettings({ groupsClaim: { name: "teams", value: filter("IT", "EQUALS") } }),
      "Groups claim of Explorer: teams, Equals IT → groups, Matches regex .*",
    ],
    [
      { kind: "set_app_groups_claim", app, name: "groups", value: all },
      ofAppSettings({ groupsClaim: { name: "groups", value: filter("IT", "EQUALS") } }),
      "Groups claim of Explorer: Equals IT → Matches regex .*",
    ],
    [
      { kind: "change_app", app, to: { grantTypes: ["implicit"], responseTypes: ["token"] } },
      ofAppSettings({ grantTypes: ["authorization_code"], responseTypes: ["code"] }),
      "Grant types of Explorer: authorization_code → authorization_code, implicit; Response types of Explorer: code → code, token",
    ],
    [
      { kind: "change_app", app, to: { redirectUris: ["http://localhost:5173/"] } },
      ofAppSettings({ redirectUris: ["https://example.com/"] }),
      "Sign-in redirect URIs of Explorer: https://example.com/ → https://example.com/, http://localhost:5173/",
    ],
    [
      { kind: "change_app", app, to: { profile: { allowlist: ["00g1"] } } },
      buildSetUp(),
      'app.profile.allowlist: none → ["00g1"]',
    ],
    [
      { kind: "assign_user", app, user },
      buildSetUp(),
      "it.user@example.com in Explorer: not assigned → assigned",
    ],
    [
      { kind: "add_to_group", user, group: { id: "00g9", name: "Sales" } },
      buildSetUp(),
      "Groups of it.user@example.com: Everyone, IT → also Sales",
    ],
    [
      { kind: "activate_user", user, step: "unsuspend" },
      buildSetUp({ user: { ...buildUser(), status: "SUSPENDED", hasPassword: false } }),
      "Status of it.user@example.com: Suspended → Active",
    ],
    [
      { kind: "activate_user", user, step: "activate" },
      buildSetUp({ user: { ...buildUser(), status: "STAGED" } }),
      "Status of it.user@example.com: Staged → Active",
    ],
    [
      { kind: "activate_user", user, step: "activate" },
      buildSetUp({ user: { ...buildUser(), status: "DEPROVISIONED", hasPassword: false } }),
      "Status of it.user@example.com: Deactivated → Pending user action",
    ],
    [{ kind: "activate_server", server }, buildSetUp(), "Status of My server: Inactive → Active"],
    [
      { kind: "add_scope", server, scope: "groups" },
      buildSetUp(),
      "Scope groups of My server: missing → added",
    ],
    [
      { kind: "add_claim", server, claim: { ...buildClaim(), value: all } },
      buildSetUp(),
      "Claim groups of My server: missing → ID token, Matches regex .*",
    ],
    [
      { kind: "change_claim", server, claim, to: { isAlways: true, scopes: [] } },
      ofClaim({ isAlways: false, scopes: ["groups"] }),
      "Inclusion of the claim groups: Userinfo / id_token request → Always; Scopes of the claim groups: groups → Any scope",
    ],
    [
      { kind: "change_claim", server, claim, to: { isActive: true, value: all } },
      ofClaim({ isActive: false, value: filter("x", "CONTAINS") }),
      "The claim groups: disabled → enabled; Value of the claim groups: Contains x → Matches regex .*",
    ],
    [
      {
        kind: "add_rule",
        server,
        policy,
        rule: { name: "New", grantTypes: ["implicit"], scopes: "any" },
      },
      buildSetUp(),
      "Rule New of My policy: missing → implicit, any scopes",
    ],
    [
      { kind: "change_rule", server, policy, rule, to: { grantTypes: ["implicit"] } },
      ofRule({ grantTypes: ["authorization_code"] }),
      "Grant types of Default rule: authorization_code → authorization_code, implicit",
    ],
    [
      { kind: "change_rule", server, policy, rule, to: { people: "everyone" } },
      ofRule({
        people: { groups: ["00g1"], users: [] },
        excluded: { groups: [], users: ["00u1"] },
      }),
      "Users of Default rule: some groups and users, with exclusions → Any user assigned the app",
    ],
    [
      { kind: "change_policy", server, policy, to: { client: app } },
      ofPolicy(buildPolicy({ clients: ["0oaOther"] })),
      "Clients of Default policy: 0oaOther → also Explorer",
    ],
  ])("%o", (change, setUp, expected) => {
    const settings = describeSetUpChange(change, setUp);
    expect(
      settings.map(({ setting, before, after }) => `${setting}: ${before} → ${after}`).join("; "),
    ).toBe(expected);
  });

  test("returns no settings for an object that no longer exists", () => {
    const change: SetUpChange = { kind: "change_claim", server, claim, to: { isAlways: true } };
    expect(describeSetUpChange(change, buildSetUp({ server: undefined }))).toEqual([]);
  });
});
