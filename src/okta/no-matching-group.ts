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
 * @see Okta: Authorization server claims, `group_filter_type`; Okta Support on claims without a match, which says it of
 *   expressions
 */
export function describeNoMatchingGroup(emptyClaim: string | undefined): Reason {
  return {
    id: "no_matching_group",
    title: emptyClaim ? "The groups claim is empty" : "The user may have no matching group",
    observed: emptyClaim
      ? `Okta returned the claim ${emptyClaim}, so it is configured.`
      : "Okta leaves out claims without a value.",
    expected:
      "A group of the user must match the claim. Of the filters, only Matches regex is case-sensitive.",
    certainty: emptyClaim ? "certain" : "possible",
    whoActs: "okta-admin",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "If the claim is a filter, set it to Matches regex with .* and send again. If it is an expression, check what it returns.",
      "Filters match only Okta groups. Groups imported from Active Directory, LDAP or another app need an expression.",
    ],
    source: emptyClaim ? okta.claimsApi : okta.noMatchingGroup,
  };
}
