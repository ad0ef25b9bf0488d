import type { JsonObject, JsonValue } from "../oidc/json.ts";
import { groupClaims } from "./claim-order.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

export type LeftOutClaim = { name: string; kind: "groups" | "user" };

/** Okta puts `uid` in access tokens only, so an ID token does not leave it out. */
const accessTokenOnly = "uid";

/**
 * Finds the claims about the user that `references` have and the ID token lacks. All are of the same user and issuer.
 *
 * @param references Best first. Only the first one that has groups claims tells which those are: between two tokens, an
 *   admin may have renamed a claim.
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
