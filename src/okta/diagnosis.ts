import type { JsonObject } from "../oidc/json.ts";
import { listCustomServerReasons } from "./custom-server-reasons.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { findIncompleteGroups } from "./incomplete-groups.ts";
import { listOrgServerReasons } from "./org-server-reasons.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { explainRefusal } from "./refusal-reason.ts";

export type Diagnosis = {
  found: readonly FoundGroups[];
  /** Why groups are missing, likeliest first. Empty if every requested token that can have groups has them. */
  reasons: readonly Reason[];
  /** Why there may be more groups than those found. */
  incomplete?: Reason;
};

/**
 * Finds the groups of a run, and explains where they are missing.
 *
 * Settings of the org can't be seen from here. They are named as causes only if the request itself was right.
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
  const incomplete = findIncompleteGroups(run, found);
  return { found, reasons, ...(incomplete && { incomplete }) };
}

function findGroups(
  where: FoundGroups["where"],
  claims: JsonObject | undefined,
): readonly FoundGroups[] {
  return findGroupsClaims(claims ?? {})
    .filter(({ state }) => state === "present")
    .map(({ name, groups }) => ({ where, claim: name, groups }));
}
