import * as v from "valibot";
import type { ClaimSetUp, PolicySetUp, RuleSetUp, ServerSetUp } from "../../okta/org-set-up.ts";
import {
  allClients,
  anyScope,
  authorizationServerSchema,
  type Claim,
  claimSchema,
  everyone,
  type Policy,
  type PolicyRule,
  policyRuleSchema,
  policySchema,
  scopesSchema,
} from "../org-api/okta-objects.ts";
import { buildListPath, paths } from "../org-api/paths.ts";
import { type EvaluateExpression, evaluateClaimValue } from "./evaluate-expression.ts";
import type { SetUpFetcher } from "./set-up-fetcher.ts";

/** @see Okta: Authorization Servers API */
export async function fetchServerSetUp(
  fetcher: SetUpFetcher,
  serverId: string,
  evaluate: EvaluateExpression,
): Promise<ServerSetUp | undefined> {
  const { fetchOptional } = fetcher;
  const [server, scopes, claims, policies] = await Promise.all([
    fetchOptional(paths.server(serverId), authorizationServerSchema),
    fetchOptional(buildListPath(paths.scopes(serverId)), scopesSchema),
    fetchOptional(paths.claims(serverId), v.array(claimSchema)),
    fetchOptional(paths.policies(serverId), v.array(policySchema)),
  ]);
  if (!server || !scopes || !claims || !policies) return undefined;
  const own = claims.filter(({ system, valueType }) => !system && valueType !== "SYSTEM");
  const [claimSetUps, policySetUps] = await Promise.all([
    Promise.all(own.map((it) => buildClaimSetUp(it, evaluate))),
    Promise.all(byPriority(policies).map((it) => fetchPolicy(fetcher, server.id, it))),
  ]);
  return {
    id: server.id,
    name: server.name,
    isActive: server.status === "ACTIVE",
    scopes: scopes.map(({ name, default: isDefault }) => ({ name, isDefault })),
    claims: claimSetUps,
    policies: policySetUps,
  };
}

async function buildClaimSetUp(claim: Claim, evaluate: EvaluateExpression): Promise<ClaimSetUp> {
  const { id, name, claimType, valueType, value, group_filter_type: filterType } = claim;
  return {
    id,
    name,
    token: claimType === "IDENTITY" ? "id_token" : "access_token",
    value: await evaluateClaimValue(
      valueType === "GROUPS"
        ? { kind: "filter", type: filterType ?? "STARTS_WITH", value: value ?? "" }
        : { kind: "expression", expression: value ?? "" },
      evaluate,
    ),
    isActive: claim.status === "ACTIVE",
    isAlways: claim.alwaysIncludeInToken,
    scopes: claim.conditions.scopes,
  };
}

async function fetchPolicy(
  { fetchRequired }: SetUpFetcher,
  serverId: string,
  policy: Policy,
): Promise<PolicySetUp> {
  const rules = await fetchRequired(paths.rules(serverId, policy.id), v.array(policyRuleSchema));
  const { include } = policy.conditions.clients;
  return {
    id: policy.id,
    name: policy.name,
    isActive: policy.status === "ACTIVE",
    clients: include.includes(allClients) ? "all" : include,
    rules: byPriority(rules).map(buildRuleSetUp),
  };
}

function buildRuleSetUp({ id, name, status, conditions }: PolicyRule): RuleSetUp {
  const { people, grantTypes, scopes } = conditions;
  const groups = people.groups?.include ?? [];
  return {
    id,
    name,
    isActive: status === "ACTIVE",
    grantTypes: grantTypes.include,
    people: groups.includes(everyone) ? "everyone" : { groups, users: people.users?.include ?? [] },
    excluded: { groups: people.groups?.exclude ?? [], users: people.users?.exclude ?? [] },
    scopes: scopes.include.includes(anyScope) ? "any" : scopes.include,
  };
}

function byPriority<T extends { priority: number }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((one, other) => one.priority - other.priority);
}
