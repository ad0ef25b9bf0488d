import type { ClaimSetUp, PolicySetUp, RuleSetUp, ServerSetUp } from "../../okta/org-set-up.ts";
import {
  authorizationServerSchema,
  type Claim,
  claimsSchema,
  type Policy,
  type PolicyRule,
  policiesSchema,
  policyRulesSchema,
  scopesSchema,
} from "../org-setup/api/okta-objects.ts";
import {
  buildClaimsPath,
  buildListPath,
  buildPoliciesPath,
  buildRulesPath,
  buildScopesPath,
  buildServerPath,
} from "../org-setup/api/paths.ts";
import { draftClaim } from "../org-setup/authorization-servers/claim-draft.ts";
import { draftPolicy } from "../org-setup/authorization-servers/policy-draft.ts";
import { draftRule } from "../org-setup/authorization-servers/rule-draft.ts";
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
    fetchOptional(buildServerPath(serverId), authorizationServerSchema),
    fetchOptional(buildListPath(buildScopesPath(serverId)), scopesSchema),
    fetchOptional(buildClaimsPath(serverId), claimsSchema),
    fetchOptional(buildPoliciesPath(serverId), policiesSchema),
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
  const { valueType, filterType, filterValue, expression, ...draft } = draftClaim(claim);
  return {
    id: claim.id,
    name: draft.name,
    token: draft.claimType === "IDENTITY" ? "id_token" : "access_token",
    value: await evaluateClaimValue(
      valueType === "GROUPS"
        ? { kind: "filter", type: filterType, value: filterValue }
        : { kind: "expression", expression },
      evaluate,
    ),
    isActive: !draft.isDisabled,
    isAlways: draft.isAlways,
    scopes: draft.scopes,
  };
}

async function fetchPolicy(
  { fetchRequired }: SetUpFetcher,
  serverId: string,
  policy: Policy,
): Promise<PolicySetUp> {
  const rules = await fetchRequired(buildRulesPath(serverId, policy.id), policyRulesSchema);
  const { assignTo, clients } = draftPolicy(policy);
  return {
    id: policy.id,
    name: policy.name,
    isActive: policy.status === "ACTIVE",
    clients: assignTo === "all" ? "all" : clients,
    rules: byPriority(rules).map(buildRuleSetUp),
  };
}

function buildRuleSetUp(rule: PolicyRule): RuleSetUp {
  const { name, grantTypes, people, groups, scopesAre, scopes } = draftRule(rule);
  const { users: userCondition, groups: groupCondition } = rule.conditions.people;
  return {
    id: rule.id,
    name,
    isActive: rule.status === "ACTIVE",
    grantTypes,
    people: people === "any" ? "everyone" : { groups, users: userCondition?.include ?? [] },
    excluded: { groups: groupCondition?.exclude ?? [], users: userCondition?.exclude ?? [] },
    scopes: scopesAre === "any" ? "any" : scopes,
  };
}

function byPriority<T extends { priority: number }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((one, other) => one.priority - other.priority);
}
