import { sendRequest } from "../groups-request.ts";
import type { ClaimValue } from "../org-set-up.ts";
import { nameApp } from "../set-up-change.ts";
import { nameContent } from "../set-up-rules/expression-content.ts";
import { okta, type Source } from "../sources.ts";
import { isApiScope } from "../standard-scopes.ts";
import { type Cause, cause, type Evidence, type FindingTexts, noGroups } from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { locateApp } from "./exclusion.ts";
import { everyGroup } from "./value-problem.ts";

/** Returns where groups are missing although the request to the org server was right, if the set-up is unknown. */
export function findPlace(evidence: Evidence): "the ID token" | "UserInfo" | undefined {
  const { run, places, found, hasIdToken, hasGroupsScope, weight } = evidence;
  const isAbsent = ["absent", "not_requested"].includes(places["ID token"].state);
  if (run.setUp || run.server.kind !== "org" || !isAbsent) return undefined;
  if (found.length > 0 || !hasGroupsScope) return undefined;
  if (hasIdToken && weight !== "thin") return "the ID token";
  return places.UserInfo.state === "absent" ? "UserInfo" : undefined;
}

const openSteps =
  "Open Applications and Resources > Applications > the app > Sign On > OpenID Connect ID Token > Edit. If that section is missing, choose Show legacy configuration in the Claims section.";
const refreshSteps =
  "Save. In the list of applications, choose More > Refresh Application Data. Sign in again.";
const steps = [
  openSteps,
  "Set the group claim type to Filter, the name to groups, and the filter to Matches regex with the value .* for all Okta groups.",
  refreshSteps,
];

export const noGroupsClaimOnApp = cause("no_groups_claim_on_app", okta.groupsClaim, (evidence) => {
  const exclusion = evidence.exclusions.find((it) => it.kind === "no_app_claim");
  if (exclusion) {
    const { app } = exclusion;
    const claim = app.groupsClaim;
    const other = claim?.name;
    return {
      ...(other
        ? {
            claim: other,
            ...noGroups(`the app’s claim ${other} is not a list of groups`),
            observed: describeContent(`The claim ${other} of the app ${app.label}`, claim.value),
          }
        : {
            ...noGroups("the app has no groups claim"),
            observed: `The app ${app.label} has no groups claim on its Sign On tab.`,
          }),
      expected:
        "The org server uses the app’s groups claim, such as a filter Matches regex with the value .* for all Okta groups.",
      steps: other
        ? [
            openSteps,
            `Change the claim ${other}: set the group claim type to Filter, and the filter to Matches regex with the value .* for all Okta groups. This replaces the expression.`,
            refreshSteps,
          ]
        : steps,
      consolePath: locateApp(app),
      setUpChange: {
        kind: "set_app_groups_claim",
        app: nameApp(app),
        name: other || "groups",
        value: everyGroup,
        ...(other && { isReplacement: true }),
      },
    };
  }
  const place = findPlace(evidence);
  if (!place) return undefined;
  return {
    ...noGroups("the app may have no groups claim"),
    observed: `You requested the groups scope, but ${place} has no groups.`,
    expected:
      "The app needs a groups claim, such as a filter Matches regex with the value .* for all Okta groups.",
    certainty: "likely",
    steps,
    consolePath: locateApp({ label: "the app" }),
  };
});

/** @param start Names the claim, at the start of a sentence. */
export function describeContent(start: string, value: ClaimValue): string {
  if (value.kind === "filter") return "";
  const { expression } = value;
  return `${start} has the expression “${expression}”. It holds ${nameContent(expression)}.`;
}

export const claimOnCustomServer = cause(
  "claim_on_custom_server",
  okta.authorizationServers,
  (evidence) => {
    if (!findPlace(evidence)) return undefined;
    return {
      title: "The claim may be on a custom authorization server",
      observed: "You sent the request to the org server.",
      expected: "A custom server’s claims are only in that server’s tokens.",
      certainty: "possible",
      whoActs: "you",
      steps: ["Send the request to the custom server that has the claim."],
      change: sendRequest("Send to the custom server default", {
        server: { kind: "custom", id: "default" },
        // A new custom server refuses `groups` and API scopes.
        scopes: evidence.run.scopes.filter((it) => it !== "groups" && !isApiScope(it)),
      }),
    };
  },
);

/** Builds a cause that only the app's settings can prove or rule out. */
function possibleCause(id: CauseId, source: Source, explanation: FindingTexts): Cause {
  return cause(
    id,
    source,
    (evidence) => findPlace(evidence) && { ...explanation, certainty: "possible" },
  );
}

export const claimNotSaved = possibleCause("claim_not_saved", okta.terraformApp, {
  title: "The app’s claim may not have been saved",
  observed: "Check this if Terraform set up the claim.",
  expected:
    "Okta has no public API for this claim. Terraform’s groups_claim needs an API token, and does nothing with OAuth credentials.",
  steps: [
    "Look at the claim in the Admin Console: the app > Sign On.",
    "If it is missing, add it there, or use a custom server’s claim.",
  ],
});

export const marketplaceApp = possibleCause("marketplace_app", okta.claims, {
  title: "The app may be from the Okta Integration Network",
  observed: "This page can’t tell where the app is from.",
  expected: "Apps from the Okta Integration Network can’t use the groups scope.",
  steps: ["Create your own app integration, and use its client ID."],
});
