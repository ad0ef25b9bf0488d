import type { TokenFlow } from "./claims-context.ts";

/**
 * The maximum number of groups in a claim, and the maximum `limit` of a group function. It applies to all flows but
 * those that exchange a code.
 *
 * @see Okta error catalogue: too_many_groups_in_groups_claim; Okta release notes of 2022, OKTA-497701, and 2025, OKTA-907362
 */
export const groupLimit = 100;

/** Whether a claim in this flow can't contain so many groups. */
export function isTooManyGroups(count: number, flow: TokenFlow): boolean {
  return flow !== "code" && count > groupLimit;
}
