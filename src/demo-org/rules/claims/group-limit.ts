import type { TokenFlow } from "./claims-context.ts";

/**
 * The most groups in a claim, except when a code is exchanged. @see Okta error catalogue:
 * too_many_groups_in_groups_claim; Okta release notes of 2022, OKTA-497701, and 2025, OKTA-907362
 */
export const groupLimit = 100;

export function isTooManyGroups(count: number, flow: TokenFlow): boolean {
  return flow !== "code" && count > groupLimit;
}
