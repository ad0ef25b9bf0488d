import { listGrantTypes } from "../grant-types.ts";
import { explainIf } from "../refusal-reason.ts";
import {
  findPolicyProblem,
  type PolicyProblemId,
  policyProblemEndings,
} from "../set-up-rules/policy-problem.ts";
import { okta } from "../sources.ts";
import { type Cause, cause, type Evidence } from "./cause.ts";

const causes: readonly [PolicyProblemId, title: string, observed: string, step: string][] = [
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
    "Add one of the user’s groups to the rule, and check whom the rule excludes.",
  ],
  [
    "policy_client",
    "The policy may be for other apps",
    "A policy applies to all clients, or only to those selected in it.",
    "Open the policy, and assign it to the app, or to all clients.",
  ],
  [
    "policy_inactive",
    "The policy may be inactive",
    "Okta skips inactive policies.",
    "Activate the policy.",
  ],
  [
    "no_rule",
    "The policy may have no rule",
    "A policy without a rule allows nothing.",
    "Add a rule with the grant type, the users and the scopes of the request.",
  ],
  ["rule_inactive", "The rule may be inactive", "Okta skips inactive rules.", "Activate the rule."],
];

function buildCause([id, title, observed, step]: (typeof causes)[number]): Cause {
  return cause(id, okta.createServer, (evidence) => {
    if (!explainDenial(evidence)) return undefined;
    const { server } = evidence.run.setUp ?? {};
    const consolePath = `Security > API > ${server?.name ?? "the server"} > Access Policies`;
    const shared = {
      steps: [`Open ${consolePath}.`, step],
      consolePath,
    };
    // The cause `policy_denied` comes before these causes, and already says what a rule has to allow.
    if (!server) return { ...shared, title, observed, expected: "", certainty: "possible" };
    const problem = proveProblem(evidence);
    if (problem?.id !== id) return undefined;
    return {
      ...shared,
      title: `No access policy allows this request: ${policyProblemEndings[id]}`,
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
