import type { PolicySetUp, RuleSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";

/** The setting because of which no access policy allows a request. */
export type PolicyProblem =
  | { id: "no_policy" }
  | { id: "policy_client" | "policy_inactive" | "no_rule"; policy: PolicySetUp }
  | { id: RuleProblemId; policy: PolicySetUp; rule: RuleSetUp };

type RuleProblemId = "rule_people" | "rule_grant_type" | "rule_scopes" | "rule_inactive";

export type PolicyRequest = {
  clientId: string | undefined;
  /** `undefined`: only rules for every user are known to cover them. `anyone`: every rule may. */
  user: UserSetUp | "anyone" | undefined;
  grantTypes: readonly string[];
  scopes: readonly string[];
};

const order: readonly PolicyProblem["id"][] = [
  "no_policy",
  "policy_client",
  "policy_inactive",
  "no_rule",
  "rule_people",
  "rule_grant_type",
  "rule_scopes",
  "rule_inactive",
];

/** Of several policies and rules, returns the one that fails last. @see Okta: Create an authorization server */
export function findPolicyProblem(
  { policies }: Pick<ServerSetUp, "policies">,
  request: PolicyRequest,
): PolicyProblem | undefined {
  if (policies.length === 0) return { id: "no_policy" };
  return findLast(policies.map((policy) => judgePolicy(policy, request)));
}

function judgePolicy(policy: PolicySetUp, request: PolicyRequest): PolicyProblem | undefined {
  const { clients, isActive, rules } = policy;
  if (clients !== "all" && !clients.some((it) => it === request.clientId)) {
    return { id: "policy_client", policy };
  }
  if (!isActive) return { id: "policy_inactive", policy };
  if (rules.length === 0) return { id: "no_rule", policy };
  return findLast(
    rules.map((rule) => {
      const id = judgeRule(rule, request);
      return id && { id, policy, rule };
    }),
  );
}

/** `undefined` if one of them is no problem. */
function findLast(problems: readonly (PolicyProblem | undefined)[]): PolicyProblem | undefined {
  const found = problems.filter((it) => it !== undefined);
  if (found.length < problems.length) return undefined;
  return found.toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id))[0];
}

function judgeRule(rule: RuleSetUp, request: PolicyRequest): RuleProblemId | undefined {
  if (!includesUser(rule, request.user)) return "rule_people";
  if (!request.grantTypes.every((it) => rule.grantTypes.includes(it))) return "rule_grant_type";
  if (listMissingScopes(rule, request.scopes).length > 0) return "rule_scopes";
  return rule.isActive ? undefined : "rule_inactive";
}

function includesUser({ people, excluded }: RuleSetUp, user: PolicyRequest["user"]): boolean {
  if (!user) return people === "everyone";
  if (user === "anyone") return true;
  const isIn = ({ groups, users }: { groups: readonly string[]; users: readonly string[] }) =>
    users.includes(user.id) || user.groups.some(({ id }) => groups.includes(id));
  return !(excluded && isIn(excluded)) && (people === "everyone" || isIn(people));
}

export function listMissingScopes({ scopes }: RuleSetUp, requested: readonly string[]) {
  return scopes === "any" ? [] : requested.filter((scope) => !scopes.includes(scope));
}
