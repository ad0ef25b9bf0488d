import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import type { Run } from "../run.ts";

export type FindOrigins = (run: Run) => ClaimOrigins | undefined;

/** Origins for comparing two claims sets: a claim made of groups on one side is compared as groups on both. */
export function uniteOrigins(
  one: ClaimOrigins | undefined,
  other: ClaimOrigins | undefined,
): ClaimOrigins | undefined {
  if (!one || !other) return one ?? other;
  const groups = [...one, ...other].filter(([, origin]) => origin === "groups");
  return new Map([...one, ...other, ...groups]);
}
