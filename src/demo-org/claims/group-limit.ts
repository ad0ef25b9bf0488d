import type { TokenFlow } from "./claims-context.ts";

/**
 * How many groups a claim may hold, and how high the `limit` of a group function may be, in every flow but those that
 * exchange a code.
 *
 * @see Okta error catalogue: too_many_groups_in_groups_claim; Okta release notes of 2022, OKTA-497701, and 2025, OKTA-907362
 */
export const groupLimit = 100;

/** Whether a claim of a flow cannot hold so many groups. */
export function isTooManyGroups(count: number, flow: TokenFlow): boolean {
  return flow !== "code" && count > groupLimit;
}
