import type { TokenFlow } from "./claims-context.ts";

/** @see Okta error catalogue: too_many_groups_in_groups_claim; Okta release notes: OKTA-497701, OKTA-907362 */
export const groupLimit = 100;

export function isTooManyGroups(count: number, flow: TokenFlow): boolean {
  return flow !== "code" && count > groupLimit;
}
