import { grantTypeNames } from "../grant-types.ts";
import type { AppSetUp, PolicySetUp, RuleSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";
import {
  type ChangeOf,
  nameApp,
  pickName,
  type RuleEntry,
  type SetUpChange,
} from "../set-up-change.ts";

/** The setting that makes every access policy deny a request, and the change that fixes the setting. */
type PolicyProblem = {
  id: PolicyProblemId;
  observed: string;
  setUpChange?: SetUpChange | undefined;
};

type PolicyRequest = {
  server: ServerSetUp;
  app: AppSetUp | undefined;
  clientId: string | undefined;
  /** `undefined` (unknown user): only rules for all users count. `anyone`: every rule counts. */
  user: UserSetUp | "anyone" | undefined;
  grantTypes: readonly (keyof typeof grantTypeNames)[];
  scopes: readonly string[];
};

/** The problems in Okta's order. A later problem is closer to being allowed. */
const problemIds = [
  "no_policy",
  "policy_client",
  "policy_inactive",
  "no_rule",
  "rule_people",
  "rule_grant_type",
  "rule_scopes",
  "rule_inactive",
] as const;

/** A reason why no access policy allows a request. */
export type PolicyProblemId = (typeof problemIds)[number];

export const noPolicyAllows = "No access policy allows this request";

/** Returns the problem of the policy or rule that fails last. @see Okta: Create an authorization server */
export function findPolicyProblem(request: PolicyRequest): PolicyProblem | undefined {
  const { server, app } = request;
  if (server.policies.length > 0) {
    return findLast(server.policies.map((policy) => judgePolicy(policy, request)));
  }
  return {
    id: "no_policy",
    observed: `The server ${server.name} has no access policy. In a new Integrator Free org, default has none.`,
    setUpChange: app && {
      kind: "add_policy",
      server: pickName(server),
      app: nameApp(app),
      name: app.label,
      rule: buildRule(request),
    },
  };
}

/** Returns `undefined` if one of the policies or rules has no problem. */
function findLast(problems: readonly (PolicyProblem | undefined)[]): PolicyProblem | undefined {
  const found = problems.filter((it) => it !== undefined);
  if (found.length < problems.length) return undefined;
  return found.toSorted((a, b) => problemIds.indexOf(b.id) - problemIds.indexOf(a.id))[0];
}

function judgePolicy(policy: PolicySetUp, request: PolicyRequest): PolicyProblem | undefined {
  const { name, clients, isActive, rules } = policy;
  const { app, clientId } = request;
  const named = { server: pickName(request.server), policy: pickName(policy) };
  const change = (to: ChangeOf<"change_policy">["to"]) =>
    ({ kind: "change_policy", ...named, to }) as const;
  if (clients !== "all" && !clients.some((it) => it === clientId)) {
    const client = app && clientId !== undefined && { id: clientId, name: app.label };
    const observed = `The policy ${name} is for other apps.`;
    return { id: "policy_client", observed, setUpChange: client ? change({ client }) : undefined };
  }
  if (!isActive) {
    const observed = `The policy ${name} is inactive.`;
    return { id: "policy_inactive", observed, setUpChange: change({ isActive: true }) };
  }
  if (rules.length === 0) {
    const observed = `The policy ${name} has no rule.`;
    const setUpChange = { kind: "add_rule", ...named, rule: buildRule(request) } as const;
    return { id: "no_rule", observed, setUpChange };
  }
  return findLast(rules.map((rule) => judgeRule(rule, policy, request)));
}

function judgeRule(
  rule: RuleSetUp,
  policy: PolicySetUp,
  { server, user, grantTypes, scopes }: PolicyRequest,
): PolicyProblem | undefined {
  const problem = (
    id: PolicyProblemId,
    ending: string,
    to: ChangeOf<"change_rule">["to"],
  ): PolicyProblem => {
    const named = { server: pickName(server), policy: pickName(policy), rule: pickName(rule) };
    return {
      id,
      observed: `The rule ${rule.name} of the policy ${policy.name} ${ending}`,
      setUpChange: { kind: "change_rule", ...named, to },
    };
  };
  if (!includesUser(rule, user)) {
    const login = typeof user === "object" ? user.login : "all users";
    return problem("rule_people", `is not for ${login}.`, { people: "everyone" });
  }
  const missingTypes = grantTypes.filter((it) => !rule.grantTypes.includes(it));
  if (missingTypes.length > 0) {
    const names = missingTypes.map((it) => grantTypeNames[it]).join(" and ");
    return problem("rule_grant_type", `doesn’t allow ${names}.`, { grantTypes });
  }
  const allowed = rule.scopes;
  const missing = allowed === "any" ? [] : scopes.filter((scope) => !allowed.includes(scope));
  if (missing.length > 0) {
    return problem("rule_scopes", `doesn’t allow ${missing.join(", ")}.`, { scopes: missing });
  }
  if (rule.isActive) return undefined;
  return problem("rule_inactive", "would allow it, but is inactive.", { isActive: true });
}

function includesUser({ people, excluded }: RuleSetUp, user: PolicyRequest["user"]): boolean {
  if (!user) return people === "everyone";
  if (user === "anyone") return true;
  const isIn = ({ groups, users }: { groups: readonly string[]; users: readonly string[] }) =>
    users.includes(user.id) || user.groups.some(({ id }) => groups.includes(id));
  return !(excluded && isIn(excluded)) && (people === "everyone" || isIn(people));
}

function buildRule({ grantTypes }: PolicyRequest): RuleEntry {
  return { name: "Rule of the app", grantTypes, scopes: "any" };
}
