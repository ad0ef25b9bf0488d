import type { PolicySetUp, RuleSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";
import type { PolicyProblemId } from "./cause-id.ts";

/** The setting that keeps every access policy from allowing a request. */
export type PolicyProblem = { id: PolicyProblemId; policy?: PolicySetUp; rule?: RuleSetUp };

export type PolicyRequest = {
  clientId: string | undefined;
  user: UserSetUp | undefined;
  grantTypes: readonly string[];
  scopes: readonly string[];
};

/**
 * Finds the setting that comes closest to allowing the request. Of several policies and rules, the one that fails last.
 *
 * @see Okta: Create an authorization server, access policies and rules
 */
export function findPolicyProblem(
  { policies }: ServerSetUp,
  request: PolicyRequest,
): PolicyProblem | undefined {
  const problems = policies.flatMap((policy) => judgePolicy(policy, request) ?? []);
  if (policies.length === 0) return { id: "no_policy" };
  // Another policy allows it.
  if (problems.length < policies.length) return undefined;
  return problems.toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id))[0];
}

/** How far a request comes. */
const order: readonly PolicyProblemId[] = [
  "no_policy",
  "policy_client",
  "policy_inactive",
  "no_rule",
  "rule_people",
  "rule_grant_type",
  "rule_scopes",
  "rule_inactive",
];

function judgePolicy(policy: PolicySetUp, request: PolicyRequest): PolicyProblem | undefined {
  const { clients, isActive, rules } = policy;
  if (clients !== "all" && !clients.some((it) => it === request.clientId)) {
    return { id: "policy_client", policy };
  }
  if (!isActive) return { id: "policy_inactive", policy };
  if (rules.length === 0) return { id: "no_rule", policy };
  const problems = rules.flatMap((rule) => {
    const id = judgeRule(rule, request);
    return id ? [{ id, policy, rule }] : [];
  });
  if (problems.length < rules.length) return undefined;
  return problems.toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id))[0];
}

function judgeRule(rule: RuleSetUp, request: PolicyRequest): PolicyProblemId | undefined {
  if (!includesUser(rule, request.user)) return "rule_people";
  if (!request.grantTypes.every((it) => rule.grantTypes.includes(it))) return "rule_grant_type";
  if (listMissingScopes(rule, request.scopes).length > 0) return "rule_scopes";
  return rule.isActive ? undefined : "rule_inactive";
}

function includesUser({ people, excluded }: RuleSetUp, user: UserSetUp | undefined): boolean {
  if (!user) return people === "everyone";
  const isIn = ({ groups, users }: { groups: readonly string[]; users: readonly string[] }) =>
    users.includes(user.id) || user.groups.some(({ id }) => groups.includes(id));
  return !(excluded && isIn(excluded)) && (people === "everyone" || isIn(people));
}

export function listMissingScopes({ scopes }: RuleSetUp, requested: readonly string[]) {
  return scopes === "any" ? [] : requested.filter((scope) => !scopes.includes(scope));
}
