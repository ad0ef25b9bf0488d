import { buildFatRequest } from "../groups-request.ts";
import type { Reason } from "../reason.ts";
import { okta } from "../sources.ts";
import { type Cause, certainForAdmin, type Evidence, possibleForAdmin } from "./cause.ts";
import { addClaim, changeClaim } from "./claim-changes.ts";
import { locateClaims } from "./exclusion.ts";
import { findExcluded, isCustomWithoutGroups, isFoundIn } from "./server-evidence.ts";
import { everyGroup } from "./value-problem.ts";

const addClaimSteps = [
  "Open Security > API > the server > Claims > Add Claim.",
  "Enter a name. Choose the token type, the value type Groups, and the filter Matches regex with .*. For an ID token, choose Always.",
  "If Okta refuses the name, it is reserved. Choose another, such as groups or app_groups.",
];

const requestFromOrgServer = ({ run }: Evidence): NonNullable<Reason["change"]> => ({
  label: "Request the ID token from the org server",
  kind: "send_request",
  request: { server: { kind: "org" }, ...buildFatRequest(run.scopes) },
});

export const noClaimOnServer: Cause = {
  id: "no_claim_on_server",
  source: okta.groupsClaim,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "no_server_claim");
    if (excluded) {
      const { token, exclusion } = excluded;
      const { server, app } = exclusion;
      const hasAppClaim = app?.groupsClaim !== undefined;
      return {
        title: "No groups: the server has no groups claim",
        observed: hasAppClaim
          ? `The server ${server.name} has no groups claim. The app’s claim ${app.groupsClaim?.name} is for the org server only.`
          : `The server ${server.name} has no groups claim.`,
        expected: "A custom server needs its own claim for each token type.",
        ...certainForAdmin,
        steps: addClaimSteps,
        ...(hasAppClaim && { change: requestFromOrgServer(evidence) }),
        consolePath: locateClaims(server.name),
        setUpChange: addClaim(server, { name: "groups", token, value: everyGroup }),
      };
    }
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo")) return undefined;
    return {
      title: "No groups: the server may have no groups claim",
      observed: "You sent the request to a custom server, and a new one has none.",
      expected:
        "The server needs its own claim. The app’s groups claim works on the org server only.",
      ...possibleForAdmin,
      steps: [
        ...addClaimSteps,
        "Or, if the app has a groups claim, request the ID token from the org server.",
      ],
      change: requestFromOrgServer(evidence),
      consolePath: locateClaims("the server"),
    };
  },
};

export const scopeCondition: Cause = {
  id: "scope_condition",
  source: okta.returnedTokens,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "scope");
    if (excluded) {
      const { server, claim } = excluded.exclusion;
      const known = claim.scopes.find((scope) => server.scopes.some(({ name }) => name === scope));
      return {
        title: `No groups: the claim ${claim.name} needs the scope ${claim.scopes.join(" or ")}`,
        observed: `You requested ${evidence.run.scopes.join(" ")}.`,
        expected: "A claim that is limited to scopes is included only if you request one of them.",
        certainty: "certain",
        whoActs: known ? "you" : "okta-admin",
        steps: [
          "Request one of the claim’s scopes.",
          "Or set the claim to Any scope: the claim > Include in.",
        ],
        ...(known && {
          change: {
            label: `Add the ${known} scope and send`,
            kind: "send_request",
            request: { scopes: [...evidence.run.scopes, known] },
          },
        }),
        consolePath: locateClaims(server.name),
        setUpChange: changeClaim(server, claim, { scopes: [] }),
      };
    }
    const isRequested = evidence.hasGroupsScope;
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo") || isRequested) {
      return undefined;
    }
    return {
      title: "The claim may be limited to a scope",
      observed: "You didn’t request the groups scope.",
      expected:
        "A claim can be limited to scopes. Then it is included only if you request one of them.",
      ...possibleForAdmin,
      steps: [
        "Look at the claim’s Include in setting: Any scope, or The following scopes.",
        "Request one of its scopes. The server refuses scopes that it doesn’t have.",
      ],
      consolePath: locateClaims("the server"),
    };
  },
};

export const claimDisabled: Cause = {
  id: "claim_disabled",
  source: okta.returnedTokens,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "inactive");
    if (excluded) {
      const { server, claim } = excluded.exclusion;
      return {
        title: `No groups: the claim ${claim.name} is disabled`,
        observed: `On the server ${server.name}, the claim ${claim.name} is inactive.`,
        expected: "Okta leaves out disabled claims.",
        ...certainForAdmin,
        steps: ["Open the claim, and clear Disable claim."],
        consolePath: locateClaims(server.name),
        setUpChange: changeClaim(server, claim, { isActive: true }),
      };
    }
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo")) return undefined;
    return {
      title: "The claim may be disabled",
      observed: "Okta leaves out disabled claims.",
      expected: "A disabled claim stays in the list of claims, as inactive.",
      ...possibleForAdmin,
      steps: ["Open Security > API > the server > Claims > the claim, and clear Disable claim."],
      consolePath: locateClaims("the server"),
    };
  },
};
