import { findGroupsClaims } from "./groups-claims.ts";
import type { Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";

/** The name of a groups claim without any group in it. Then the claim is configured, and matched nothing. */
export function findEmptyGroupsClaim(run: RunToDiagnose): string | undefined {
  return [run.idTokenClaims, run.accessTokenClaims, run.userInfoClaims]
    .flatMap((claims) => findGroupsClaims(claims ?? {}))
    .find(({ state }) => state === "empty")?.name;
}

/**
 * No group of the user matches the claim.
 *
 * @param emptyClaim With it this is certain, otherwise only possible.
 * @see Okta: Customize tokens returned from Okta with a Groups claim
 */
export function describeNoMatchingGroup(emptyClaim: string | undefined): Reason {
  return {
    id: "no_matching_group",
    title: emptyClaim ? "The groups claim is empty" : "The user may have no matching group",
    observed: emptyClaim
      ? `Okta returned the claim ${emptyClaim}, so it is configured.`
      : "Okta leaves the claim out if no group matches.",
    expected:
      "A group of the user must match the filter. Matches regex is case-sensitive; the other filters are not.",
    whoActs: "okta-admin",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "Set the filter to Matches regex with .* and send again.",
      "Filters match only Okta groups. Groups imported from Active Directory, LDAP or another app need an expression.",
    ],
    source: okta.groupsClaim,
  };
}
