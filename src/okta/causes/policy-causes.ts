import { explainIf } from "../explain-refusal.ts";
import { listGrantTypes } from "../grant-types.ts";
import {
  findPolicyProblem,
  noPolicyAllows,
  type PolicyProblemId,
} from "../set-up-rules/policy-problem.ts";
import { okta } from "../sources.ts";
import { type Cause, cause, type Evidence } from "./cause.ts";

type PolicyCauseTexts = {
  id: PolicyProblemId;
  /** Completes “No access policy allows this request: …”. */
  ending: string;
  step: string;
  /** Texts for an unknown set-up. */
  possible: { title: string; observed: string };
};

const causes: readonly PolicyCauseTexts[] = [
  {
    id: "no_policy",
    ending: "the server has none",
    step: "Add a policy for the app, and a rule in it.",
    possible: {
      title: "The server may have no access policy",
      observed: "In a new Integrator Free org, the server default has no access policy.",
    },
  },
  {
    id: "rule_grant_type",
    ending: "the rule lacks the grant type",
    step: "Select the request’s grant types in the rule.",
    possible: {
      title: "The rule may lack the grant type",
      observed: "Tokens in the redirect need Implicit (hybrid). A code needs Authorization Code.",
    },
  },
  {
    id: "rule_scopes",
    ending: "the rule lacks a scope",
    step: "Add the scopes to the rule, or request fewer.",
    possible: {
      title: "The rule may lack a scope",
      observed: "A rule has to allow every requested scope.",
    },
  },
  {
    id: "rule_people",
    ending: "the rule doesn’t cover the user",
    step: "Add one of the user’s groups to the rule, and check whom the rule excludes.",
    possible: {
      title: "The rule may not cover the user",
      observed: "A rule applies only to the groups and users selected in it.",
    },
  },
  {
    id: "policy_client",
    ending: "none is for this app",
    step: "Open the policy, and assign it to the app, or to all clients.",
    possible: {
      title: "The policy may be for other apps",
      observed: "A policy applies to all clients, or only to those selected in it.",
    },
  },
  {
    id: "policy_inactive",
    ending: "the policy is inactive",
    step: "Activate the policy.",
    possible: {
      title: "The policy may be inactive",
      observed: "Okta skips inactive policies.",
    },
  },
  {
    id: "no_rule",
    ending: "the policy has no rule",
    step: "Add a rule with the grant type, the users and the scopes of the request.",
    possible: {
      title: "The policy may have no rule",
      observed: "A policy without a rule allows nothing.",
    },
  },
  {
    id: "rule_inactive",
    ending: "the rule is inactive",
    step: "Activate the rule.",
    possible: {
      title: "The rule may be inactive",
      observed: "Okta skips inactive rules.",
    },
  },
];

function buildCause({ id, ending, step, possible }: PolicyCauseTexts): Cause {
  return cause(id, okta.createServer, (evidence) => {
    if (!explainDenial(evidence)) return undefined;
    const { server } = evidence.run.setUp ?? {};
    const consolePath = `Security > API > ${server?.name ?? "the server"} > Access Policies`;
    const shared = {
      steps: [`Open ${consolePath}.`, step],
      consolePath,
    };
    // The cause `policy_denied` comes before these causes, and already says what a rule has to allow.
    if (!server) return { ...shared, ...possible, expected: "", certainty: "possible" };
    const problem = proveProblem(evidence);
    if (problem?.id !== id) return undefined;
    return {
      ...shared,
      title: `${noPolicyAllows}: ${ending}`,
      observed: problem.observed,
      expected: "A rule has to allow the app, the user, the grant type and every scope.",
      ...(problem.setUpChange && { setUpChange: problem.setUpChange }),
    };
  });
}

function explainDenial(evidence: Evidence) {
  return explainIf(evidence, /^\S+ Policy evaluation failed/);
}

function proveProblem({ run: { setUp, clientId, responseType }, scopes }: Evidence) {
  if (!setUp?.server) return undefined;
  const { server, app, user } = setUp;
  const grantTypes = listGrantTypes(responseType);
  return findPolicyProblem({ server, app, user, clientId, grantTypes, scopes });
}

/** Explains Okta's error if the set-up is unknown or doesn't explain the error. */
const policyDenied = cause("policy_denied", okta.createServer, (evidence) =>
  proveProblem(evidence) ? undefined : explainDenial(evidence),
);

export const policyCauses: readonly Cause[] = [policyDenied, ...causes.map(buildCause)];
