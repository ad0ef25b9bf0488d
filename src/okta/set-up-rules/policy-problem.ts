import { grantTypeNames } from "../grant-types.ts";
import type { AppSetUp, PolicySetUp, RuleSetUp, ServerSetUp, UserSetUp } from "../org-set-up.ts";
import {
  type ChangeOf,
  nameApp,
  pickName,
  type RuleEntry,
  type SetUpChange,
} from "../set-up-change.ts";

/** The setting because of which no access policy allows a request, and the change that allows it. */
type PolicyProblem = {
  id: PolicyProblemId;
  /** Continues “No access policy allows this request:”. */
  ending: string;
  observed: string;
  setUpChange?: SetUpChange | undefined;
};

type PolicyRequest = {
  server: ServerSetUp;
  app: AppSetUp | undefined;
  clientId: string | undefined;
  /** `undefined`: only rules for every user are known to cover them. `anyone`: every rule may. */
  user: UserSetUp | "anyone" | undefined;
  grantTypes: readonly (keyof typeof grantTypeNames)[];
  scopes: readonly string[];
};

/** In Okta's order: what fails later is closer to being allowed. */
const order = [
  "no_policy",
  "policy_client",
  "policy_inactive",
  "no_rule",
  "rule_people",
  "rule_grant_type",
  "rule_scopes",
  "rule_inactive",
] as const;

/** Why no access policy allows a request. */
export type PolicyProblemId = (typeof order)[number];

/** Of several policies and rules, the one that fails last counts. @see Okta: Create an authorization server */
export function findPolicyProblem(request: PolicyRequest): PolicyProblem | undefined {
  const { server, app } = request;
  if (server.policies.length > 0) {
    return findLast(server.policies.map((policy) => judgePolicy(policy, request)));
  }
  return {
    id: "no_policy",
    ending: "the server has none",
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

/** `undefined` if one of them is no problem. */
function findLast(problems: readonly (PolicyProblem | undefined)[]): PolicyProblem | undefined {
  const found = problems.filter((it) => it !== undefined);
  if (found.length < problems.length) return undefined;
  return found.toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id))[0];
}

function judgePolicy(policy: PolicySetUp, request: PolicyRequest): PolicyProblem | undefined {
  const { clients, isActive, rules } = policy;
  const { app, clientId } = request;
  const named = { server: pickName(request.server), policy: pickName(policy) };
  const change = (to: ChangeOf<"change_policy">["to"]) =>
    ({ kind: "change_policy", ...named, to }) as const;
  if (clients !== "all" && !clients.some((it) => it === clientId)) {
    return {
      id: "policy_client",
      ending: "none is for this app",
      observed: `The policy ${policy.name} is for other apps.`,
      setUpChange:
        app && clientId !== undefined
          ? change({ client: { id: clientId, name: app.label } })
          : undefined,
    };
  }
  if (!isActive) {
    return {
      id: "policy_inactive",
      ending: "the policy is inactive",
      observed: `The policy ${policy.name} is inactive.`,
      setUpChange: change({ isActive: true }),
    };
  }
  if (rules.length === 0) {
    return {
      id: "no_rule",
      ending: "the policy has no rule",
      observed: `The policy ${policy.name} has no rule.`,
      setUpChange: { kind: "add_rule", ...named, rule: buildRule(request) },
    };
  }
  return findLast(rules.map((rule) => judgeRule(rule, policy, request)));
}

function judgeRule(
  rule: RuleSetUp,
  policy: PolicySetUp,
  { server, user, grantTypes, scopes }: PolicyRequest,
): PolicyProblem | undefined {
  const named = { server: pickName(server), policy: pickName(policy), rule: pickName(rule) };
  const change = (to: ChangeOf<"change_rule">["to"]) =>
    ({ kind: "change_rule", ...named, to }) as const;
  const ruleOfPolicy = `The rule ${rule.name} of the policy ${policy.name}`;
  if (!includesUser(rule, user)) {
    const login = typeof user === "object" ? user.login : "all users";
    return {
      id: "rule_people",
      ending: "the rule doesn’t cover the user",
      observed: `${ruleOfPolicy} is not for ${login}.`,
      setUpChange: change({ people: "everyone" }),
    };
  }
  const missingTypes = grantTypes.filter((it) => !rule.grantTypes.includes(it));
  if (missingTypes.length > 0) {
    const names = missingTypes.map((it) => grantTypeNames[it]).join(" and ");
    return {
      id: "rule_grant_type",
      ending: "the rule lacks the grant type",
      observed: `${ruleOfPolicy} doesn’t allow ${names}.`,
      setUpChange: change({ grantTypes }),
    };
  }
  const allowed = rule.scopes;
  const missing = allowed === "any" ? [] : scopes.filter((scope) => !allowed.includes(scope));
  if (missing.length > 0) {
    return {
      id: "rule_scopes",
      ending: "the rule lacks a scope",
      observed: `${ruleOfPolicy} doesn’t allow ${missing.join(", ")}.`,
      setUpChange: change({ scopes: missing }),
    };
  }
  return rule.isActive
    ? undefined
    : {
        id: "rule_inactive",
        ending: "the rule is inactive",
        observed: `${ruleOfPolicy} would allow it, but is inactive.`,
        setUpChange: change({ isActive: true }),
      };
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
