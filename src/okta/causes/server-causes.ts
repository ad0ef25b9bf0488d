import type { Change } from "../found-cause.ts";
import { buildFatRequest, changeAndSend, sendRequest } from "../groups-request.ts";
import { evaluateClaim } from "../set-up-rules/evaluate-claim.ts";
import { okta } from "../sources.ts";
import { isCustomScope } from "../standard-scopes.ts";
import { type Evidence, noGroups } from "./cause.ts";
import {
  addClaim,
  findNamedLikeGroups,
  includeClaim,
  isFoundIn,
  serverCause,
} from "./server-evidence.ts";
import { everyGroup } from "./value-problem.ts";

const addClaimSteps = [
  "Open Security > API > the server > Claims > Add Claim.",
  "Enter a name. Choose the token type, the value type Groups, and the filter Matches regex with the value .* for all Okta groups. For an ID token, choose Always.",
  "If Okta refuses the name, it is reserved. Choose another, such as groups or app_groups.",
];

const requestFromOrgServer = ({ run }: Evidence): Change =>
  sendRequest("Request the ID token from the org server", {
    server: { kind: "org" },
    // The org server refuses a custom server's own scopes.
    ...buildFatRequest(run.scopes.filter((scope) => !isCustomScope(scope))),
  });

export const noClaimOnServer = serverCause(
  "no_claim_on_server",
  okta.groupsClaim,
  "no_server_claim",
  ({ token, server, app }, evidence) => {
    const { setUp } = evidence.run;
    const appClaim = app?.groupsClaim;
    const ofApp = appClaim ? ` The app’s claim ${appClaim.name} is for the org server only.` : "";
    const outcome = appClaim && setUp && evaluateClaim(appClaim, setUp, "implicit", "implicit");
    const hasAppGroups = outcome?.kind === "groups" || outcome?.kind === "unknown";
    const named = findNamedLikeGroups(server, token);
    return {
      ...(named && { claim: named.name }),
      ...noGroups(
        named
          ? `the server’s claim ${named.name} is not a list of groups`
          : "the server has no groups claim",
      ),
      observed: named ? named.content : `The server ${server.name} has no groups claim.${ofApp}`,
      expected: "A custom server needs its own claim for each token type.",
      steps: named
        ? [
            ...addClaimSteps,
            `Or change the value of the claim ${named.name}, if no app reads what it holds now.`,
          ]
        : addClaimSteps,
      ...(hasAppGroups && { change: requestFromOrgServer(evidence) }),
      setUpChange: addClaim(server, "groups", token, everyGroup),
    };
  },
  (evidence) =>
    !isFoundIn(evidence, "UserInfo") && {
      ...noGroups("the server may have no groups claim"),
      observed: "You sent the request to a custom server, and a new one has none.",
      expected:
        "The server needs its own claim. The app’s groups claim works on the org server only.",
      certainty: "possible",
      steps: [
        ...addClaimSteps,
        "Or, if the app has a groups claim, request the ID token from the org server.",
      ],
      change: requestFromOrgServer(evidence),
    },
);

export const scopeCondition = serverCause(
  "scope_condition",
  okta.returnedTokens,
  "scope",
  (exclusion, evidence) => {
    const { server, claim } = exclusion;
    const { run, scopes } = evidence;
    const known = claim.scopes.find(
      (scope) => !run.scopes.includes(scope) && server.scopes.some(({ name }) => name === scope),
    );
    const requested = run.scopes.length > 0 ? run.scopes : scopes;
    const verb = scopes.length === run.scopes.length ? "You requested" : "The server granted";
    return {
      ...noGroups(`the claim ${claim.name} needs the scope ${claim.scopes.join(" or ")}`),
      observed: `${verb} ${scopes.join(" ")}.`,
      expected: "A claim that is limited to scopes is included only if you request one of them.",
      whoActs: known ? "you" : "okta-admin",
      steps: [
        "Request one of the claim’s scopes.",
        "Or set the claim to Any scope: the claim > Include in.",
      ],
      ...(known && {
        change: changeAndSend(`Add the ${known} scope`, { scopes: [...requested, known] }),
      }),
      setUpChange: includeClaim(exclusion, evidence),
    };
  },
  (evidence) =>
    !isFoundIn(evidence, "UserInfo") &&
    !evidence.hasGroupsScope && {
      title: "The claim may be limited to a scope",
      observed: "You didn’t request the groups scope.",
      expected: "A claim that is limited to scopes is included only if you request one of them.",
      certainty: "possible",
      steps: [
        "Look at the claim’s Include in setting: Any scope, or The following scopes.",
        "Request one of its scopes. The server refuses scopes that it doesn’t have.",
      ],
    },
);

export const claimDisabled = serverCause(
  "claim_disabled",
  okta.returnedTokens,
  "inactive",
  (exclusion, evidence) => ({
    ...noGroups(`the claim ${exclusion.claim.name} is disabled`),
    observed: `On the server ${exclusion.server.name}, the claim ${exclusion.claim.name} is disabled.`,
    expected: "Okta leaves out disabled claims.",
    steps: ["Open the claim, and clear Disable claim."],
    setUpChange: includeClaim(exclusion, evidence),
  }),
  (evidence) =>
    !isFoundIn(evidence, "UserInfo") && {
      title: "The claim may be disabled",
      observed: "A disabled claim stays in the list of claims, as inactive.",
      expected: "Okta leaves out disabled claims.",
      certainty: "possible",
      steps: ["Open Security > API > the server > Claims > the claim, and clear Disable claim."],
    },
);
