import { findGroupsClaims } from "./groups-claims.ts";
import type { Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";

/**
 * The reason that settings and request are right, but nothing fits this person. Where a claim came without any
 * group in it, that is no guess: it was evaluated, and found nothing.
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
      ? "The groups claim is there, but empty"
      : "Maybe none of the person’s groups matches",
    observed: emptyClaim
      ? `The claim ${emptyClaim.name} came with no group in it.`
      : "There is no groups claim at all. Okta leaves it out where no group matches.",
    expected:
      "A group of the person must match the filter. Matches regex minds capitals; the other filters do not.",
    whoActs: "okta-admin",
    steps: [
      "Check the person’s groups: Directory > People > the person > Groups.",
      "Widen the filter to Matches regex with the value .* and see what comes.",
      "Groups imported from Active Directory, LDAP or another app pass no filter: they need an expression.",
    ],
    source: okta.groupsClaim,
  };
}
