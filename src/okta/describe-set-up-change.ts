import { describeFilter } from "./filter-types.ts";
import type { ClaimSetUp, OrgSetUp, PolicySetUp, RuleSetUp } from "./org-set-up.ts";
import {
  type ChangeOf,
  type ClaimEntry,
  type ClaimValueEntry,
  matchKind,
  type RuleEntry,
  type SetUpChange,
} from "./set-up-change.ts";
import { changeStatus, nameUserStatus } from "./set-up-rules/user-status.ts";

/** A setting before and after a change, in the wording of the Admin Console. */
type ChangedSetting = { setting: string; before: string; after: string };

export function describeSetUpChange(
  change: SetUpChange,
  setUp: OrgSetUp,
): readonly ChangedSetting[] {
  const rows = listRows(change, setUp).filter((row) => Array.isArray(row));
  return rows.map(([setting, before, after]) => ({ setting, before, after }));
}

type Row = readonly [setting: string, before: string, after: string];
/** An unchanged setting is `false` or `undefined`. */
type Rows = readonly (Row | false | undefined)[];

function listRows(change: SetUpChange, setUp: OrgSetUp): Rows {
  return matchKind<Rows>(change, {
    set_app_groups_claim: ({ app, name, value }) => {
      const claim = setUp.app?.groupsClaim;
      const isSameName = claim?.name === name;
      const describe = (it: { name: string; value: ClaimValueEntry }) =>
        isSameName ? describeValue(it.value) : `${it.name}, ${describeValue(it.value)}`;
      const before = claim ? describe(claim) : none;
      return [[`Groups claim of ${app.name}`, before, describe({ name, value })]];
    },
    change_app: (it) => listAppRows(it, setUp),
    assign_user: ({ app, user }) => [[`${user.name} in ${app.name}`, "not assigned", "assigned"]],
    add_to_group: ({ user, group }) => {
      const before = list(setUp.user?.groups.map(({ name }) => name) ?? []);
      return [[`Groups of ${user.name}`, before, `also ${group.name}`]];
    },
    activate_user: ({ user: { name }, step }) => {
      const { user } = setUp;
      if (!user) return [];
      return [
        [`Status of ${name}`, nameUserStatus(user), nameUserStatus(changeStatus(user, step))],
      ];
    },
    activate_server: ({ server }) => [activated(server.name)],
    add_scope: ({ server, scope }) => [added(`Scope ${scope} of ${server.name}`, "added")],
    add_claim: ({ server, claim: { name, token, value } }) => {
      const tokenName = token === "id_token" ? "ID token" : "access token";
      return [added(`Claim ${name} of ${server.name}`, `${tokenName}, ${describeValue(value)}`)];
    },
    change_claim: ({ claim: { id }, to }) => {
      const claim = setUp.server?.claims.find((it) => it.id === id);
      return claim ? listClaimRows(claim, to) : [];
    },
    add_policy: ({ server, app, name, rule }) => {
      const after = `for ${app.name}, with a rule: ${describeRule(rule)}`;
      return [added(`Access policy ${name} of ${server.name}`, after)];
    },
    add_rule: ({ policy, rule }) => [
      added(`Rule ${rule.name} of ${policy.name}`, describeRule(rule)),
    ],
    change_policy: ({ policy: { id }, to }) => {
      const policy = findPolicy(setUp, id);
      return policy ? listPolicyRows(policy, to, setUp) : [];
    },
    change_rule: ({ policy, rule: { id }, to }) => {
      const rule = findPolicy(setUp, policy.id)?.rules.find((it) => it.id === id);
      return rule ? listRuleRows(rule, to) : [];
    },
  });
}

const none = "none";

function added(setting: string, after: string): Row {
  return [setting, "missing", after];
}

function activated(name: string): Row {
  return [`Status of ${name}`, "Inactive", "Active"];
}

function list(names: readonly string[]): string {
  return names.length === 0 ? none : names.join(", ");
}

function extended(setting: string, before: readonly string[], more: readonly string[]): Row {
  return [setting, list(before), list([...new Set([...before, ...more])])];
}

function describeValue(value: ClaimValueEntry): string {
  return value.kind === "filter" ? describeFilter(value) : `Expression ${value.expression}`;
}

function listAppRows({ app, to }: ChangeOf<"change_app">, { app: before }: OrgSetUp): Rows {
  const { isActive, grantTypes, responseTypes, redirectUris, profile = {} } = to;
  const known = before?.profile ?? {};
  return [
    isActive && activated(app.name),
    grantTypes && extended(`Grant types of ${app.name}`, before?.grantTypes ?? [], grantTypes),
    responseTypes &&
      extended(`Response types of ${app.name}`, before?.responseTypes ?? [], responseTypes),
    redirectUris &&
      extended(`Sign-in redirect URIs of ${app.name}`, before?.redirectUris ?? [], redirectUris),
    ...Object.entries(profile).map(
      ([name, value]): Row => [
        `app.profile.${name}`,
        Object.hasOwn(known, name) ? JSON.stringify(known[name]) : none,
        JSON.stringify(value),
      ],
    ),
  ];
}

function listClaimRows(
  claim: ClaimSetUp,
  { name, isActive, isAlways, scopes, value }: Partial<ClaimEntry>,
): Rows {
  const describeScopes = (names: readonly string[]) => names.join(", ") || "Any scope";
  const describeInclusion = (always: boolean) =>
    always ? "Always" : "Userinfo / id_token request";
  const of = `of the claim ${claim.name}`;
  return [
    name !== undefined && [`Name ${of}`, claim.name, name],
    isActive && [`The claim ${claim.name}`, "disabled", "enabled"],
    isAlways !== undefined && [
      `Inclusion ${of}`,
      describeInclusion(claim.isAlways),
      describeInclusion(isAlways),
    ],
    scopes && [`Scopes ${of}`, describeScopes(claim.scopes), describeScopes(scopes)],
    value && [`Value ${of}`, describeValue(claim.value), describeValue(value)],
  ];
}

function describeRule({ grantTypes, scopes }: RuleEntry): string {
  return `${list(grantTypes)}, ${scopes === "any" ? "any scopes" : list(scopes)}`;
}

function findPolicy({ server }: OrgSetUp, policyId: string): PolicySetUp | undefined {
  return server?.policies.find(({ id }) => id === policyId);
}

function listPolicyRows(
  { name, clients }: PolicySetUp,
  { isActive, client }: ChangeOf<"change_policy">["to"],
  { app }: OrgSetUp,
): Rows {
  const nameClient = (id: string) => (id === app?.id ? app.label : id);
  const before = clients === "all" ? "All clients" : list(clients.map(nameClient));
  return [
    isActive && activated(name),
    client && [`Clients of ${name}`, before, `also ${client.name}`],
  ];
}

function listRuleRows(
  { name, grantTypes: known, scopes: knownScopes, people: knownPeople, excluded }: RuleSetUp,
  { isActive, grantTypes, scopes, people }: ChangeOf<"change_rule">["to"],
): Rows {
  const covered = knownPeople === "everyone" ? "Any user" : "some groups and users";
  const hasExclusions = excluded && excluded.groups.length + excluded.users.length > 0;
  return [
    isActive && activated(name),
    grantTypes && extended(`Grant types of ${name}`, known, grantTypes),
    scopes && knownScopes !== "any" && extended(`Scopes of ${name}`, knownScopes, scopes),
    people && [
      `Users of ${name}`,
      hasExclusions ? `${covered}, with exclusions` : covered,
      "Any user assigned the app",
    ],
  ];
}
