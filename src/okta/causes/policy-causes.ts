import { usesCode } from "../../oidc/authorization-request.ts";
import type { OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import { explainRefusal } from "../refusal-reason.ts";
import type { RuleEntry, SetUpChange } from "../set-up-change.ts";
import { okta } from "../sources.ts";
import type { Cause, Evidence, Finding } from "./cause.ts";
import type { PolicyProblemId } from "./cause-id.ts";
import { nameApp, nameServer } from "./exclusion.ts";
import {
  findPolicyProblem,
  listMissingScopes,
  type PolicyProblem,
  type PolicyRequest,
} from "./policy-problem.ts";

function toRequest({ run }: Evidence): PolicyRequest {
  return {
    clientId: run.clientId,
    user: run.setUp?.user,
    grantTypes: [
      ...(usesCode(run.responseType) ? ["authorization_code"] : []),
      ...(run.responseType === "code" ? [] : ["implicit"]),
    ],
    scopes: run.scopes,
  };
}

const grantNames = new Map([
  ["implicit", "Implicit (hybrid)"],
  ["authorization_code", "Authorization Code"],
]);

const start = "No access policy allows this request";

type Described = { ending: string; observed: string; steps: readonly string[] };

function describe(
  { id, policy, rule }: PolicyProblem,
  server: ServerSetUp,
  request: PolicyRequest,
): Described {
  const policyName = policy?.name ?? "";
  const ruleName = rule?.name ?? "";
  switch (id) {
    case "no_policy":
      return {
        ending: "the server has none",
        observed: `${server.name} has no access policy. A new server in an Integrator Free org has none.`,
        steps: ["Add a policy for the app, and a rule in it."],
      };
    case "policy_client":
      return {
        ending: "none is for this app",
        observed: `The policy ${policyName} is for other apps.`,
        steps: ["Open the policy, and assign it to the app, or to all clients."],
      };
    case "policy_inactive":
      return {
        ending: "the policy is inactive",
        observed: `The policy ${policyName} is inactive.`,
        steps: ["Activate the policy."],
      };
    case "no_rule":
      return {
        ending: "the policy has no rule",
        observed: `The policy ${policyName} has no rule.`,
        steps: ["Add a rule with the grant type, the users and the scopes of the request."],
      };
    case "rule_inactive":
      return {
        ending: "the rule is inactive",
        observed: `The rule ${ruleName} of the policy ${policyName} would allow it, but is inactive.`,
        steps: ["Activate the rule."],
      };
    case "rule_people":
      return {
        ending: "the rule doesn’t cover the user",
        observed: request.user
          ? `The rule ${ruleName} of the policy ${policyName} is not for ${request.user.login}.`
          : `The rule ${ruleName} of the policy ${policyName} is not for all users.`,
        steps: [
          "Add one of the user’s groups to the rule.",
          ...(rule?.excluded && hasEntries(rule.excluded)
            ? ["Check the users and groups that the rule excludes."]
            : []),
        ],
      };
    case "rule_grant_type": {
      const names = request.grantTypes
        .filter((it) => !rule?.grantTypes.includes(it))
        .map((it) => grantNames.get(it) ?? it);
      return {
        ending: "the rule lacks the grant type",
        observed: `The rule ${ruleName} of the policy ${policyName} doesn’t allow ${names.join(" and ")}.`,
        steps: [`Select ${names.join(" and ")} in the rule.`],
      };
    }
    case "rule_scopes": {
      const missing = rule ? listMissingScopes(rule, request.scopes) : [];
      return {
        ending: "the rule lacks a scope",
        observed: `The rule ${ruleName} of the policy ${policyName} doesn’t allow ${missing.join(", ")}.`,
        steps: ["Add the scopes to the rule, or request fewer."],
      };
    }
    default:
      return id satisfies never;
  }
}

function hasEntries({ groups, users }: { groups: readonly string[]; users: readonly string[] }) {
  return groups.length > 0 || users.length > 0;
}

function findChange(
  { id, policy, rule }: PolicyProblem,
  server: ServerSetUp,
  request: PolicyRequest,
  { app }: OrgSetUp,
): SetUpChange | undefined {
  const named = nameServer(server);
  const entry: RuleEntry = {
    name: "Rule of the app",
    grantTypes: request.grantTypes,
    scopes: "any",
  };
  const ofPolicy = policy && { server: named, policy: { id: policy.id, name: policy.name } };
  const ofRule = ofPolicy && rule && { ...ofPolicy, rule: { id: rule.id, name: rule.name } };
  switch (id) {
    case "no_policy":
      return (
        app && {
          kind: "add_policy",
          server: named,
          app: nameApp(app),
          name: app.label,
          rule: entry,
        }
      );
    case "policy_client":
      return (
        (ofPolicy &&
          request.clientId !== undefined &&
          app && {
            kind: "change_policy",
            ...ofPolicy,
            to: { client: { id: request.clientId, name: app.label } },
          }) ||
        undefined
      );
    case "policy_inactive":
      return ofPolicy && { kind: "change_policy", ...ofPolicy, to: { isActive: true } };
    case "no_rule":
      return ofPolicy && { kind: "add_rule", ...ofPolicy, rule: entry };
    case "rule_inactive":
      return ofRule && { kind: "change_rule", ...ofRule, to: { isActive: true } };
    case "rule_people":
      return ofRule && { kind: "change_rule", ...ofRule, to: { people: "everyone" } };
    case "rule_grant_type":
      return ofRule && { kind: "change_rule", ...ofRule, to: { grantTypes: request.grantTypes } };
    case "rule_scopes":
      return (
        ofRule &&
        rule && {
          kind: "change_rule",
          ...ofRule,
          to: { scopes: listMissingScopes(rule, request.scopes) },
        }
      );
    default:
      return id satisfies never;
  }
}

/** Okta says only that no policy allowed the request: which setting it was is in the set-up. */
function explainDenial(evidence: Evidence): Finding | undefined {
  const { refusal } = evidence.run;
  if (!refusal || !/^Policy evaluation failed/.test(refusal.description ?? "")) return undefined;
  const { id: _, ...explained } = explainRefusal(evidence.run, refusal);
  return explained;
}

function proveProblem(evidence: Evidence): PolicyProblem | undefined {
  const server = evidence.run.setUp?.server;
  return server && findPolicyProblem(server, toRequest(evidence));
}

const possible: readonly [PolicyProblemId, title: string, observed: string, step: string][] = [
  [
    "no_policy",
    "The server may have no access policy",
    "In a new Integrator Free org, default has none.",
    "Add a policy for the app, and a rule in it.",
  ],
  [
    "rule_grant_type",
    "The rule may lack the grant type",
    "Tokens in the redirect need Implicit (hybrid), a code needs Authorization Code.",
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
    "A rule is for groups and users.",
    "Add one of the user’s groups to the rule.",
  ],
  [
    "policy_client",
    "The policy may be for other apps",
    "A policy is for all clients, or for those that it names.",
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
      const explained = explainDenial(evidence);
      if (!explained) return undefined;
      const { setUp } = evidence.run;
      const server = setUp?.server;
      const consolePath = `Security > API > ${server?.name ?? "the server"} > Access Policies`;
      if (!setUp || !server) {
        return {
          title,
          observed,
          expected: "A rule has to allow the app, the user, the grant type and every scope.",
          certainty: "possible",
          whoActs: "okta-admin",
          steps: [`Open ${consolePath}.`, step],
          consolePath,
        };
      }
      const problem = proveProblem(evidence);
      if (problem?.id !== id) return undefined;
      const request = toRequest(evidence);
      const described = describe(problem, server, request);
      const setUpChange = findChange(problem, server, request, setUp);
      return {
        title: `${start}: ${described.ending}`,
        observed: described.observed,
        expected: "A rule has to allow the app, the user, the grant type and every scope.",
        certainty: "certain",
        whoActs: "okta-admin",
        steps: [`Open ${consolePath}.`, ...described.steps],
        consolePath,
        ...(setUpChange && { setUpChange }),
      };
    },
  };
}

/** What Okta says, where the set-up is not known or does not explain it. */
const policyDenied: Cause = {
  id: "policy_denied",
  source: okta.createServer,
  find: (evidence) => (proveProblem(evidence) ? undefined : explainDenial(evidence)),
};

export const policyCauses: readonly Cause[] = [policyDenied, ...possible.map(buildCause)];
