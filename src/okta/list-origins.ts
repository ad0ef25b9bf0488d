import type { ClaimOrigins } from "./is-groups-claim.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import { isMadeOfGroups } from "./set-up-rules/evaluate-claim.ts";

/** What an org's claims are made of. A name that only one token's claim has groups under counts as groups. */
export function listOrigins({ app, server }: OrgSetUp): ClaimOrigins {
  const claims = server?.claims ?? (app?.groupsClaim ? [app.groupsClaim] : []);
  const origins = new Map<string, "groups" | "other">();
  for (const { name, value } of claims) {
    const isGroups = isMadeOfGroups(value) || origins.get(name) === "groups";
    origins.set(name, isGroups ? "groups" : "other");
  }
  return origins;
}
