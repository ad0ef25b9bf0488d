import type { ApiCall } from "../api/api-call.ts";
import { ruleGrantTypes } from "../api/grant-types.ts";
import type { PolicyRule } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";
import { buildPolicyPath } from "./policy-calls.ts";

/** Path of a policy's rules. The list isn't paged. */
export function buildRulesPath(serverId: string, policyId: string): string {
  return `${buildPolicyPath(serverId, policyId)}/rules`;
}

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
  /** Lifetimes in minutes, as typed. */
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

/** Form values of an existing rule. */
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

/** @param path Path of the policy's rules. @see Okta: Authorization Servers API, "Create a policy rule" */
export function addRule(path: string, draft: RuleDraft): ApiCall {
  return { method: "POST", path, body: { type: "RESOURCE_ACCESS", ...buildBody(draft) } };
}

/** @param path Path of the policy's rules. */
export function replaceRule(path: string, rule: PolicyRule, draft: RuleDraft): ApiCall {
  const { name, conditions, actions } = buildBody(draft);
  const { people } = rule.conditions;
  return {
    method: "PUT",
    path: buildRulePath(path, rule.id),
    body: {
      ...takeWritable(rule),
      name,
      conditions: {
        ...rule.conditions,
        ...conditions,
        people: { ...people, groups: { ...people.groups, ...conditions.people.groups } },
      },
      actions: { ...rule.actions, token: { ...rule.actions.token, ...actions.token } },
    },
  };
}

/** @param path Path of the policy's rules. @see Okta: Authorization Servers API, "Delete a policy rule" */
export function deleteRule(path: string, id: string): ApiCall {
  return { method: "DELETE", path: buildRulePath(path, id) };
}

/** Path of one rule. @param path Path of the policy's rules. */
export function buildRulePath(path: string, id: string): string {
  return `${path}/${encodeURIComponent(id)}`;
}

function buildBody(draft: RuleDraft) {
  const { name, grantTypes, people, groups, scopesAre, scopes } = draft;
  return {
    name,
    conditions: {
      people: { groups: { include: people === "any" ? [everyone] : groups } },
      grantTypes: { include: grantTypes },
      scopes: { include: scopesAre === "any" ? [anyScope] : scopes },
    },
    actions: {
      token: {
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
