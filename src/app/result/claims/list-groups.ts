import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

/** The groups of a claim. `undefined` where it is no list of groups. */
export function listGroups(
  { name, value }: ClaimsMember,
  origins?: ClaimOrigins,
): readonly string[] | undefined {
  const [claim] = findGroupsClaims({ [name]: value }, origins);
  return claim?.state === "text" || !Array.isArray(value) ? undefined : claim?.groups;
}
