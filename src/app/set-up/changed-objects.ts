import type {
  ClaimEntry,
  ClaimValueEntry,
  RuleEntry,
  SetUpChange,
} from "../../okta/set-up-change.ts";
import type { Application, PolicyRule } from "../org-setup/api/okta-objects.ts";
import type { GroupsClaimSettings } from "../org-setup/applications/groups-claim-settings.ts";
import type { ClaimDraft } from "../org-setup/authorization-servers/claim-draft.ts";
import {
  buildRuleBody,
  draftRule,
  newRule,
  type RuleDraft,
} from "../org-setup/authorization-servers/rule-draft.ts";

type Change<Kind extends SetUpChange["kind"]> = Extract<SetUpChange, { kind: Kind }>;

export function draftGroupsClaim(name: string, value: ClaimValueEntry): GroupsClaimSettings {
  const blank = { name, filterType: "REGEX", filter: "", expression: "" } as const;
  return value.kind === "filter"
    ? { ...blank, kind: "filter", filterType: value.type, filter: value.value }
    : { ...blank, kind: "expression", expression: value.expression };
}

export function changeApplication(
  application: Application,
  { grantTypes = [], responseTypes = [], profile }: Omit<Change<"change_app">["to"], "isActive">,
): Application {
  const { settings } = application;
  const { oauthClient } = settings;
  return {
    ...application,
    settings: {
      ...settings,
      oauthClient: {
        ...oauthClient,
        grant_types: union(oauthClient.grant_types, grantTypes),
        response_types: union(oauthClient.response_types, responseTypes),
      },
    },
    ...(profile && { profile: { ...application.profile, ...profile } }),
  };
}

/** Form values of the members that a claim's entry has. */
export function draftClaimEntry(entry: Partial<ClaimEntry>): Partial<ClaimDraft> {
  const { name, token, value, isActive, isAlways, scopes } = entry;
  return {
    ...(name !== undefined && { name }),
    ...(token && { claimType: token === "id_token" ? "IDENTITY" : "RESOURCE" }),
    ...(value?.kind === "filter" && {
      valueType: "GROUPS",
      filterType: value.type,
      filterValue: value.value,
    }),
    ...(value?.kind === "expression" && { valueType: "EXPRESSION", expression: value.expression }),
    ...(isActive !== undefined && { isDisabled: !isActive }),
    ...(isAlways !== undefined && { isAlways }),
    ...(scopes && { includeIn: scopes.length === 0 ? "any" : "chosen", scopes }),
  };
}

/** A rule for everyone who is assigned to the app. */
export function draftRuleEntry({ name, grantTypes, scopes }: RuleEntry): RuleDraft {
  const scopesAre = scopes === "any" ? "any" : "chosen";
  return { ...newRule, name, grantTypes, scopesAre, scopes: scopes === "any" ? [] : scopes };
}

/** The body that replaces a rule. */
export function changeRule(
  rule: PolicyRule,
  { grantTypes = [], scopes = [], people }: Omit<Change<"change_rule">["to"], "isActive">,
) {
  const draft = draftRule(rule);
  const changed: RuleDraft = {
    ...draft,
    grantTypes: union(draft.grantTypes, grantTypes),
    scopes: union(draft.scopes, scopes),
    ...(people && { people: "any", groups: [] }),
  };
  return buildRuleBody(changed, people ? withoutExclusions(rule) : rule);
}

function withoutExclusions(rule: PolicyRule): PolicyRule {
  const { users, groups } = rule.conditions.people;
  const people = {
    users: { include: [], ...users, exclude: [] },
    groups: { include: [], ...groups, exclude: [] },
  };
  return { ...rule, conditions: { ...rule.conditions, people } };
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
