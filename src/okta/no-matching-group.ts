import { findGroupsClaims } from "./groups-claims.ts";
import type { Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The reason that no group of the user matches. With an empty claim that is certain: it was evaluated and found none.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim
 */
export function describeNoMatchingGroup(run: RunToDiagnose): Reason {
  const emptyClaim = [run.idTokenClaims, run.accessTokenClaims, run.userInfoClaims]
    .flatMap((claims) => findGroupsClaims(claims ?? {}))
    .find(({ state }) => state === "empty");
  return {
    id: "no_matching_group",
    title: emptyClaim
      ? "The groups claim is empty"
      : "None of the user’s groups may match the claim",
    observed: emptyClaim
      ? `The claim ${emptyClaim.name} contains no group.`
      : "Okta leaves the claim out if no group matches.",
    expected:
      "A group of the user must match the filter. Matches regex is case-sensitive; the other filters are not.",
    whoActs: "okta-admin",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "Set the filter to Matches regex with .* and send again.",
      "Filters only see Okta groups. Groups imported from Active Directory, LDAP or another app need an expression.",
    ],
    source: okta.groupsClaim,
  };
}
