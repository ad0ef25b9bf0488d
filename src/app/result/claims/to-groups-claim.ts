import type { JsonValue } from "../../../oidc/json.ts";
import { findGroupsClaims, type GroupsClaim } from "../../../okta/groups-claims.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

export function toGroupsClaim(
  name: string,
  value: JsonValue,
  origins?: ClaimOrigins,
): GroupsClaim | undefined {
  return findGroupsClaims({ [name]: value }, origins)[0];
}
