import { takeWritable } from "../api/api-call.ts";
import { ruleGrantTypes } from "../api/grant-types.ts";
import type { PolicyRule } from "../api/okta-objects.ts";

/** Okta's value for any user assigned to the app. */
export const everyone = "EVERYONE";
/** Okta's value for any scope. */
export const anyScope = "*";

export type RuleDraft = {
  readonly name: string;
  readonly grantTypes: readonly string[];
  readonly people: "any" | "chosen";
  /** Group IDs. */
  readonly groups: readonly string[];
  readonly scopesAre: "any" | "chosen";
  readonly scopes: readonly string[];
  readonly accessTokenLifetime: string;
  readonly refreshTokenLifetime: string;
  readonly refreshTokenWindow: string;
};

/** The defaults of the Admin Console's form. */
export const newRule: RuleDraft = {
  name: "",
  grantTypes: ruleGrantTypes.map(({ value }) => value),
  people: "any",
  groups: [],
  scopesAre: "any",
  scopes: [],
  accessTokenLifetime: "60",
  refreshTokenLifetime: "0",
  refreshTokenWindow: "10080",
};

export function draftRule({ name, conditions, actions }: PolicyRule): RuleDraft {
  const { people, grantTypes, scopes } = conditions;
  const groups = people.groups?.include ?? [];
  const isForAll = groups.includes(everyone);
  const isForAnyScope = scopes.include.includes(anyScope);
  const { token } = actions;
  return {
    name,
    grantTypes: grantTypes.include,
    people: isForAll ? "any" : "chosen",
    groups: isForAll ? [] : groups,
    scopesAre: isForAnyScope ? "any" : "chosen",
    scopes: isForAnyScope ? [] : scopes.include,
    accessTokenLifetime: String(token.accessTokenLifetimeMinutes),
    refreshTokenLifetime: String(token.refreshTokenLifetimeMinutes),
    refreshTokenWindow: String(token.refreshTokenWindowMinutes),
  };
}

export function buildRuleBody(draft: RuleDraft, before?: PolicyRule) {
  const { name, grantTypes, people, groups, scopesAre, scopes } = draft;
  const { conditions, actions } = before ?? {};
  return {
    type: "RESOURCE_ACCESS",
    ...takeWritable(before),
    name,
    conditions: {
      ...conditions,
      people: {
        ...conditions?.people,
        groups: { ...conditions?.people.groups, include: people === "any" ? [everyone] : groups },
      },
      grantTypes: { include: grantTypes },
      scopes: { include: scopesAre === "any" ? [anyScope] : scopes },
    },
    actions: {
      ...actions,
      token: {
        ...actions?.token,
        accessTokenLifetimeMinutes: parseMinutes(draft.accessTokenLifetime),
        refreshTokenLifetimeMinutes: parseMinutes(draft.refreshTokenLifetime),
        refreshTokenWindowMinutes: parseMinutes(draft.refreshTokenWindow),
      },
    },
  };
}

/** Anything but a number is sent as typed, so that the org's error appears at the field. */
function parseMinutes(typed: string): number | string {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
}
