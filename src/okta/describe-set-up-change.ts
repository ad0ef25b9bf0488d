import { filterNames } from "./causes/filter-names.ts";
import type { ClaimSetUp, OrgSetUp, PolicySetUp, RuleSetUp } from "./org-set-up.ts";
import type { ClaimEntry, ClaimValueEntry, RuleEntry, SetUpChange } from "./set-up-change.ts";

/** A setting before and after a change, as the Admin Console words them. */
type ChangedSetting = { setting: string; before: string; after: string };

/** Lists what a change does to an org's set-up. */
export function describeSetUpChange(
  change: SetUpChange,
  setUp: OrgSetUp,
): readonly ChangedSetting[] {
  switch (change.kind) {
    case "set_app_groups_claim": {
      const claim = setUp.app?.groupsClaim;
      return [
        {
          setting: `Groups claim of ${change.app.name}`,
          before: claim ? `${claim.name}, ${describeValue(claim.value)}` : none,
          after: `${change.name}, ${describeValue(change.value)}`,
        },
      ];
    }
    case "change_app":
      return describeAppChange(change, setUp);
    case "assign_user":
      return [{ setting: `${change.user.name} in ${change.app.name}`, ...assigned }];
    case "add_to_group":
      return [
        {
          setting: `Groups of ${change.user.name}`,
          before: list(setUp.user?.groups.map(({ name }) => name) ?? []),
          after: `also ${change.group.name}`,
        },
      ];
    case "activate_server":
      return [describeStatus(change.server.name)];
    case "add_scope":
      return [added(`Scope ${change.scope} of ${change.server.name}`, "added")];
    case "add_claim": {
      const { name, token, value } = change.claim;
      const after = `${token === "id_token" ? "ID token" : "access token"}, ${describeValue(value)}`;
      return [added(`Claim ${name} of ${change.server.name}`, after)];
    }
    case "change_claim": {
      const claim = setUp.server?.claims.find(({ id }) => id === change.claim.id);
      return claim ? describeClaimChange(claim, change.to) : [];
    }
    case "add_policy":
      return [
        added(
          `Access policy ${change.name} of ${change.server.name}`,
          `for ${change.app.name}, with a rule: ${describeRule(change.rule)}`,
        ),
      ];
    case "add_rule":
      return [
        added(`Rule ${change.rule.name} of ${change.policy.name}`, describeRule(change.rule)),
      ];
    case "change_policy": {
      const policy = findPolicy(setUp, change.policy.id);
      return policy ? describePolicyChange(policy, change.to, setUp) : [];
    }
    case "change_rule": {
      const rule = findPolicy(setUp, change.policy.id)?.rules.find(
        ({ id }) => id === change.rule.id,
      );
      return rule ? describeRuleChange(rule, change.to) : [];
    }
    default:
      return change satisfies never;
  }
}

const none = "none";
const anyScope = "Any scope";
const assigned = { before: "not assigned", after: "assigned" };

type Of<Kind extends SetUpChange["kind"]> = Extract<SetUpChange, { kind: Kind }>;

function added(setting: string, after: string): ChangedSetting {
  return { setting, before: "missing", after };
}

function describeStatus(name: string): ChangedSetting {
  return { setting: `Status of ${name}`, before: "Inactive", after: "Active" };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? none : names.join(", ");
}

function unite(before: readonly string[], more: readonly string[]): string {
  return list([...new Set([...before, ...more])]);
}

function describeValue(value: ClaimValueEntry): string {
  return value.kind === "filter"
    ? `${filterNames[value.type]} ${value.value}`
    : `Expression ${value.expression}`;
}

function describeAppChange(
  { app, to }: Of<"change_app">,
  { app: before }: OrgSetUp,
): readonly ChangedSetting[] {
  const { isActive, grantTypes, responseTypes, profile = {} } = to;
  const describeList = (setting: string, known: readonly string[], more: readonly string[]) => ({
    setting: `${setting} of ${app.name}`,
    before: list(known),
    after: unite(known, more),
  });
  return [
    ...(isActive ? [describeStatus(app.name)] : []),
    ...(grantTypes ? [describeList("Grant types", before?.grantTypes ?? [], grantTypes)] : []),
    ...(responseTypes
      ? [describeList("Response types", before?.responseTypes ?? [], responseTypes)]
      : []),
    ...Object.entries(profile).map(([name, value]) => ({
      setting: `app.profile.${name}`,
      before: Object.hasOwn(before?.profile ?? {}, name)
        ? JSON.stringify(before?.profile[name])
        : none,
      after: JSON.stringify(value),
    })),
  ];
}

function describeClaimChange(
  claim: ClaimSetUp,
  { name, isActive, isAlways, scopes, value }: Partial<ClaimEntry>,
): readonly ChangedSetting[] {
  const describeScopes = (names: readonly string[]) =>
    names.length === 0 ? anyScope : names.join(", ");
  const describeInclusion = (always: boolean) =>
    always ? "Always" : "Userinfo / id_token request";
  const of = `of the claim ${claim.name}`;
  return [
    ...(name === undefined ? [] : [{ setting: `Name ${of}`, before: claim.name, after: name }]),
    ...(isActive
      ? [{ setting: `The claim ${claim.name}`, before: "disabled", after: "enabled" }]
      : []),
    ...(isAlways === undefined
      ? []
      : [
          {
            setting: `Inclusion ${of}`,
            before: describeInclusion(claim.isAlways),
            after: describeInclusion(isAlways),
          },
        ]),
    ...(scopes
      ? [
          {
            setting: `Scopes ${of}`,
            before: describeScopes(claim.scopes),
            after: describeScopes(scopes),
          },
        ]
      : []),
    ...(value
      ? [
          {
            setting: `Value ${of}`,
            before: describeValue(claim.value),
            after: describeValue(value),
          },
        ]
      : []),
  ];
}

function describeRule({ grantTypes, scopes }: RuleEntry): string {
  return `${list(grantTypes)}, ${scopes === "any" ? "any scopes" : list(scopes)}`;
}

function findPolicy({ server }: OrgSetUp, policyId: string): PolicySetUp | undefined {
  return server?.policies.find(({ id }) => id === policyId);
}

function describePolicyChange(
  { name, clients }: PolicySetUp,
  { isActive, client }: Of<"change_policy">["to"],
  { app }: OrgSetUp,
): readonly ChangedSetting[] {
  const nameClient = (id: string) => (id === app?.id ? app.label : id);
  return [
    ...(isActive ? [describeStatus(name)] : []),
    ...(client
      ? [
          {
            setting: `Clients of ${name}`,
            before: clients === "all" ? "All clients" : list(clients.map(nameClient)),
            after: `also ${client.name}`,
          },
        ]
      : []),
  ];
}

function describeRuleChange(
  { name, grantTypes: known, scopes: knownScopes, people: knownPeople, excluded }: RuleSetUp,
  { isActive, grantTypes, scopes, people }: Of<"change_rule">["to"],
): readonly ChangedSetting[] {
  const hasExclusions = excluded && excluded.groups.length + excluded.users.length > 0;
  return [
    ...(isActive ? [describeStatus(name)] : []),
    ...(grantTypes
      ? [
          {
            setting: `Grant types of ${name}`,
            before: list(known),
            after: unite(known, grantTypes),
          },
        ]
      : []),
    ...(scopes && knownScopes !== "any"
      ? [
          {
            setting: `Scopes of ${name}`,
            before: list(knownScopes),
            after: unite(knownScopes, scopes),
          },
        ]
      : []),
    ...(people
      ? [
          {
            setting: `Users of ${name}`,
            before: `${knownPeople === "everyone" ? "Any user" : "some groups and users"}${hasExclusions ? ", with exclusions" : ""}`,
            after: "Any user assigned the app",
          },
        ]
      : []),
  ];
}
