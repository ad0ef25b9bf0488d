import type { JsonObject } from "../oidc/json.ts";
import { groupClaims } from "./claim-order.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";

export type LeftOutClaim = { name: string; kind: "groups" | "user" };

/** Okta puts `uid` in access tokens only, so an ID token does not leave it out. */
const accessTokenOnly = "uid";

/** Finds the claims about the user that `references` have and the ID token lacks. All are of the same user and issuer. */
export function findLeftOutClaims(
  token: JsonObject,
  references: readonly JsonObject[],
  origins?: ClaimOrigins,
): readonly LeftOutClaim[] {
  const values = new Map(references.toReversed().flatMap((claims) => Object.entries(claims)));
  const missing = [...values]
    .map(([name, value]) => ({ name, value }))
    .filter(({ name }) => !Object.hasOwn(token, name) && name !== accessTokenOnly);
  return groupClaims(missing, origins).flatMap(({ kind, members }) =>
    kind === "token" ? [] : members.map(({ name }) => ({ name, kind })),
  );
}
