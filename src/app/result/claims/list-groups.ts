import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

/** Returns the groups of a claim, or `undefined` if the claim is not a list of groups. */
export function listGroups(
  { name, value }: ClaimsMember,
  origins?: ClaimOrigins,
): readonly string[] | undefined {
  const [claim] = findGroupsClaims({ [name]: value }, origins);
  return claim?.state === "text" || !Array.isArray(value) ? undefined : claim?.groups;
}
