import type { JsonObject, JsonValue } from "../oidc/json.ts";
import { groupClaims } from "./claim-order.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

export type LeftOutClaim = { name: string; kind: "groups" | "user" };

/** Okta puts `uid` in access tokens only, so an ID token does not leave it out. */
const accessTokenOnly = "uid";

/**
 * Finds claims about the user that the references have, but the ID token lacks.
 *
 * @param references Claims of the same user and issuer, best first. Only the first reference with groups claims counts
 *   for groups, because an admin may have renamed a claim between two tokens.
 */
export function findLeftOutClaims(
  token: JsonObject,
  references: readonly JsonObject[],
  origins?: ClaimOrigins,
): readonly LeftOutClaim[] {
  const isGroups = ([name, value]: [string, JsonValue]) => isGroupsClaim(name, value, origins);
  const all = references.map((claims) => Object.entries(claims));
  const groups = all.find((claims) => claims.some(isGroups))?.filter(isGroups) ?? [];
  const others = all
    .toReversed()
    .flat()
    .filter((claim) => !isGroups(claim));
  const missing = [...new Map([...others, ...groups])]
    .map(([name, value]) => ({ name, value }))
    .filter(({ name }) => !Object.hasOwn(token, name) && name !== accessTokenOnly);
  return groupClaims(missing, origins).flatMap(({ kind, members }) =>
    kind === "token" ? [] : members.map(({ name }) => ({ name, kind })),
  );
}
