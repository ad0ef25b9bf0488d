import { nameFilterType } from "./filter-types.ts";
import type { ClaimSetUp, OrgSetUp, PolicySetUp, RuleSetUp } from "./org-set-up.ts";
import type {
  ChangeOf,
  ClaimEntry,
  ClaimValueEntry,
  RuleEntry,
  SetUpChange,
} from "./set-up-change.ts";

/** A setting before and after a change, as the Admin Console words them. */
type ChangedSetting = { setting: string; before: string; after: string };

export function describeSetUpChange(
  change: SetUpChange,
  setUp: OrgSetUp,
): readonly ChangedSetting[] {
  const rows = listRows(change, setUp).filter((row) => Array.isArray(row));
  return rows.map(([setting, before, after]) => ({ setting, before, after }));
}

type Row = readonly [setting: string, before: string, after: string];
/** What a change leaves alone has no row. */
type Rows = readonly (Row | false | undefined)[];

function listRows(change: SetUpChange, setUp: OrgSetUp): Rows {
  switch (change.kind) {
    case "set_app_groups_claim": {
      const claim = setUp.app?.groupsClaim;
      const before = claim ? `${claim.name}, ${describeValue(claim.value)}` : none;
      const after = `${change.name}, ${describeValue(change.value)}`;
      return [[`Groups claim of ${change.app.name}`, before, after]];
    }
    case "change_app":
      return listAppRows(change, setUp);
    case "assign_user":
      return [[`${change.user.name} in ${change.app.name}`, "not assigned", "assigned"]];
    case "add_to_group": {
      const before = list(setUp.user?.groups.map(({ name }) => name) ?? []);
      return [[`Groups of ${change.user.name}`, before, `also ${change.group.name}`]];
    }
    case "activate_server":
      return [activated(change.server.name)];
    case "add_scope":
      return [added(`Scope ${change.scope} of ${change.server.name}`, "added")];
    case "add_claim": {
      const { name, token, value } = change.claim;
      const after = `${token === "id_token" ? "ID token" : "access token"}, ${describeValue(value)}`;
      return [added(`Claim ${name} of ${change.server.name}`, after)];
    }
    case "change_claim": {
      const claim = setUp.server?.claims.find(({ id }) => id === change.claim.id);
      return claim ? listClaimRows(claim, change.to) : [];
    }
    case "add_policy": {
      const after = `for ${change.app.name}, with a rule: ${describeRule(change.rule)}`;
      return [added(`Access policy ${change.name} of ${change.server.name}`, after)];
    }
    case "add_rule":
      return [
        added(`Rule ${change.rule.name} of ${change.policy.name}`, describeRule(change.rule)),
      ];
    case "change_policy": {
      const policy = findPolicy(setUp, change.policy.id);
      return policy ? listPolicyRows(policy, change.to, setUp) : [];
    }
    case "change_rule": {
      const { rules = [] } = findPolicy(setUp, change.policy.id) ?? {};
      const rule = rules.find(({ id }) => id === change.rule.id);
      return rule ? listRuleRows(rule, change.to) : [];
    }
    default:
      return change satisfies never;
  }
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
  return value.kind === "filter"
    ? `${nameFilterType(value.type)} ${value.value}`
    : `Expression ${value.expression}`;
}

function listAppRows({ app, to }: ChangeOf<"change_app">, { app: before }: OrgSetUp): Rows {
  const { isActive, grantTypes, responseTypes, profile = {} } = to;
  const known = before?.profile ?? {};
  return [
    isActive && activated(app.name),
    grantTypes && extended(`Grant types of ${app.name}`, before?.grantTypes ?? [], grantTypes),
    responseTypes &&
      extended(`Response types of ${app.name}`, before?.responseTypes ?? [], responseTypes),
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
