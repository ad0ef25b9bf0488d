import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";

/** Merges the origins of two claims sets to compare. A groups claim of one side is a groups claim on both sides. */
export function uniteOrigins(
  one: ClaimOrigins | undefined,
  other: ClaimOrigins | undefined,
): ClaimOrigins | undefined {
  if (!one || !other) return one ?? other;
  const groups = [...one, ...other].filter(([, origin]) => origin === "groups");
  return new Map([...one, ...other, ...groups]);
}
