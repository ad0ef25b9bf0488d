import type { JsonObject } from "../oidc/json.ts";
import { listCustomServerReasons } from "./custom-server-reasons.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { listOrgServerReasons } from "./org-server-reasons.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { explainRefusal } from "./refusal-reason.ts";

export type Diagnosis = {
  found: readonly FoundGroups[];
  /** Why groups are missing where they could have been, likeliest first. Empty where they are in every token that came. */
  reasons: readonly Reason[];
  /** Why there may be more groups than those found. */
  incomplete?: Reason;
};

/**
 * Says where the groups are, and why they are not where they are not.
 *
 * What can be known from the request is said alone; only where the request could have brought groups are the
 * settings suspected that nobody can see from here.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim
 */
export function diagnose(run: RunToDiagnose): Diagnosis {
  const found = [
    ...findGroups("ID token", run.idTokenClaims),
    ...findGroups("Access token", run.accessTokenClaims),
    ...findGroups("UserInfo", run.userInfoClaims),
  ];
  if (run.refusal) return { found, reasons: [explainRefusal(run, run.refusal)] };
  const reasons =
    run.server.kind === "org"
      ? listOrgServerReasons(run, found)
      : listCustomServerReasons(run, found);
  return { found, reasons };
}

function findGroups(
  where: FoundGroups["where"],
  claims: JsonObject | undefined,
): readonly FoundGroups[] {
  return findGroupsClaims(claims ?? {})
    .filter(({ state }) => state === "present")
    .map(({ name, groups }) => ({ where, claim: name, groups, count: groups.length }));
}
