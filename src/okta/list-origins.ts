import type { ClaimOrigins } from "./is-groups-claim.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import { isMadeOfGroups } from "./set-up-rules/evaluate-claim.ts";

/** Returns the origins as they were when the org issued the claims, or those of the current set-up until they are known. */
export function findOrigins(
  issued: ClaimOrigins | undefined,
  setUp: OrgSetUp | undefined,
): ClaimOrigins | undefined {
  return issued ?? (setUp && listOrigins(setUp));
}

/** Returns whether each claim is made of groups. A name counts as groups if one of several claims with this name does. */
export function listOrigins({ app, server }: OrgSetUp): ClaimOrigins {
  const claims = server?.claims ?? (app?.groupsClaim ? [app.groupsClaim] : []);
  const origins = new Map<string, "groups" | "other">();
  for (const { name, value } of claims) {
    const isGroups = isMadeOfGroups(value) || origins.get(name) === "groups";
    origins.set(name, isGroups ? "groups" : "other");
  }
  return origins;
}
