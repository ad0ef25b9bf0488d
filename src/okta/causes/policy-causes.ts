import { grantTypeNames, listGrantTypes } from "../grant-types.ts";
import type { AppSetUp, ServerSetUp } from "../org-set-up.ts";
import { explainIf } from "../refusal-reason.ts";
import type { RuleEntry, SetUpChange } from "../set-up-change.ts";
import { okta } from "../sources.ts";
import { type Cause, certainForAdmin, type Evidence, possibleForAdmin } from "./cause.ts";
import type { PolicyProblemId } from "./cause-id.ts";
import { nameApp, nameServer } from "./exclusion.ts";
import { findPolicyProblem, listMissingScopes, type PolicyProblem } from "./policy-problem.ts";

function toRequest({ run }: Evidence) {
  return {
    clientId: run.clientId,
    user: run.setUp?.user,
    grantTypes: listGrantTypes(run.responseType),
    scopes: run.scopes,
  };
}

type Proof = {
  ending: string;
  observed: string;
  steps: readonly string[];
  setUpChange?: SetUpChange | undefined;
};

function explainProblem(
  problem: PolicyProblem,
  request: ReturnType<typeof toRequest>,
  server: ServerSetUp,
  app: AppSetUp | undefined,
): Proof {
  const named = nameServer(server);
  const newRule: RuleEntry = {
    name: "Rule of the app",
    grantTypes: request.grantTypes,
    scopes: "any",
  };
  if (problem.id === "no_policy") {
    return {
      ending: "the server has none",
      observed: `The server ${server.name} has no access policy. In a new Integrator Free org, default has none.`,
      steps: ["Add a policy for the app, and a rule in it."],
      setUpChange: app && {
        kind: "add_policy",
        server: named,
        app: nameApp(app),
        name: app.label,
        rule: newRule,
      },
    };
  }
  const policy = { id: problem.policy.id, name: problem.policy.name };
  const changePolicy = { kind: "change_policy", server: named, policy } as const;
  if (!("rule" in problem)) {
    switch (problem.id) {
      case "policy_client":
        return {
          ending: "none is for this app",
          observed: `The policy ${policy.name} is for other apps.`,
          steps: ["Open the policy, and assign it to the app, or to all clients."],
          setUpChange:
            app && request.clientId !== undefined
              ? { ...changePolicy, to: { client: { id: request.clientId, name: app.label } } }
              : undefined,
        };
      case "policy_inactive":
        return {
          ending: "the policy is inactive",
          observed: `The policy ${policy.name} is inactive.`,
          steps: ["Activate the policy."],
          setUpChange: { ...changePolicy, to: { isActive: true } },
        };
      case "no_rule":
        return {
          ending: "the policy has no rule",
          observed: `The policy ${policy.name} has no rule.`,
          steps: ["Add a rule with the grant type, the users and the scopes of the request."],
          setUpChange: { kind: "add_rule", server: named, policy, rule: newRule },
        };
      default:
        return problem satisfies never;
    }
  }
  const { rule } = problem;
  const ruleOfPolicy = `The rule ${rule.name} of the policy ${policy.name}`;
  const changeRule = {
    ...changePolicy,
    kind: "change_rule",
    rule: { id: rule.id, name: rule.name },
  } as const;
  switch (problem.id) {
    case "rule_inactive":
      return {
        ending: "the rule is inactive",
        observed: `${ruleOfPolicy} would allow it, but is inactive.`,
        steps: ["Activate the rule."],
        setUpChange: { ...changeRule, to: { isActive: true } },
      };
    case "rule_people": {
      const { groups = [], users = [] } = rule.excluded ?? {};
      return {
        ending: "the rule doesn’t cover the user",
        observed: `${ruleOfPolicy} is not for ${request.user?.login ?? "all users"}.`,
        steps: [
          "Add one of the user’s groups to the rule.",
          ...(groups.length + users.length > 0
            ? ["Check the users and groups that the rule excludes."]
            : []),
        ],
        setUpChange: { ...changeRule, to: { people: "everyone" } },
      };
    }
    case "rule_grant_type": {
      const missing = request.grantTypes.filter((it) => !rule.grantTypes.includes(it));
      const names = missing.map((it) => grantTypeNames[it]).join(" and ");
      return {
        ending: "the rule lacks the grant type",
        observed: `${ruleOfPolicy} doesn’t allow ${names}.`,
        steps: [`Select ${names} in the rule.`],
        setUpChange: { ...changeRule, to: { grantTypes: request.grantTypes } },
      };
    }
    case "rule_scopes": {
      const missing = listMissingScopes(rule, request.scopes);
      return {
        ending: "the rule lacks a scope",
        observed: `${ruleOfPolicy} doesn’t allow ${missing.join(", ")}.`,
        steps: ["Add the scopes to the rule, or request fewer."],
        setUpChange: { ...changeRule, to: { scopes: missing } },
      };
    }
    default:
      return problem satisfies never;
  }
}

function explainDenial(evidence: Evidence) {
  return explainIf(evidence, /^\S+ Policy evaluation failed/);
}

function proveProblem(evidence: Evidence): PolicyProblem | undefined {
  const server = evidence.run.setUp?.server;
  return server && findPolicyProblem(server, toRequest(evidence));
}

const possible: readonly [PolicyProblemId, title: string, observed: string, step: string][] = [
  [
    "no_policy",
    "The server may have no access policy",
    "In a new Integrator Free org, the server default has no access policy.",
    "Add a policy for the app, and a rule in it.",
  ],
  [
    "rule_grant_type",
    "The rule may lack the grant type",
    "Tokens in the redirect need Implicit (hybrid). A code needs Authorization Code.",
    "Select the request’s grant types in the rule.",
  ],
  [
    "rule_scopes",
    "The rule may lack a scope",
    "A rule has to allow every requested scope.",
    "Add the scopes to the rule, or request fewer.",
  ],
  [
    "rule_people",
    "The rule may not cover the user",
    "A rule applies only to the groups and users selected in it.",
    "Add one of the user’s groups to the rule.",
  ],
  [
    "policy_client",
    "The policy may be for other apps",
    "A policy applies to all clients, or only to those selected in it.",
    "Assign the policy to the app.",
  ],
  [
    "policy_inactive",
    "The policy may be inactive",
    "Okta skips inactive policies.",
    "Activate it.",
  ],
  [
    "no_rule",
    "The policy may have no rule",
    "A policy without a rule allows nothing.",
    "Add a rule.",
  ],
  ["rule_inactive", "The rule may be inactive", "Okta skips inactive rules.", "Activate it."],
];

function buildCause([id, title, observed, step]: (typeof possible)[number]): Cause {
  return {
    id,
    source: okta.createServer,
    find: (evidence) => {
      if (!explainDenial(evidence)) return undefined;
      const { server, app } = evidence.run.setUp ?? {};
      const consolePath = `Security > API > ${server?.name ?? "the server"} > Access Policies`;
      const expected = "A rule has to allow the app, the user, the grant type and every scope.";
      const steps = [`Open ${consolePath}.`, step];
      if (!server) return { title, observed, expected, ...possibleForAdmin, steps, consolePath };
      const problem = proveProblem(evidence);
      if (problem?.id !== id) return undefined;
      const proof = explainProblem(problem, toRequest(evidence), server, app);
      return {
        title: `No access policy allows this request: ${proof.ending}`,
        observed: proof.observed,
        expected,
        ...certainForAdmin,
        steps: [`Open ${consolePath}.`, ...proof.steps],
        consolePath,
        ...(proof.setUpChange && { setUpChange: proof.setUpChange }),
      };
    },
  };
}

/** Okta's error alone, where the set-up is unknown or does not explain it. */
const policyDenied: Cause = {
  id: "policy_denied",
  source: okta.createServer,
  find: (evidence) => (proveProblem(evidence) ? undefined : explainDenial(evidence)),
};

export const policyCauses: readonly Cause[] = [policyDenied, ...possible.map(buildCause)];
