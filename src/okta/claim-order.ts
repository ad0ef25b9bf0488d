import type { JsonValue } from "../oidc/json.ts";
import { type ClaimKind, classifyClaim, tokenClaims } from "./claim-kind.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";

/** The user's claims in reading order: who it is, then the name, then how to reach them, then the rest. */
const userClaims = [
  "sub",
  "uid",
  "preferred_username",
  "name",
  "given_name",
  "middle_name",
  "family_name",
  "nickname",
  "email",
  "email_verified",
  "phone_number",
  "phone_number_verified",
  "address",
  "locale",
  "zoneinfo",
  "gender",
  "birthdate",
  "profile",
  "picture",
  "website",
  "updated_at",
];

const readingOrder = new Map([...userClaims, ...tokenClaims].map((name, index) => [name, index]));
const kinds: readonly ClaimKind[] = ["groups", "user", "token"];

/**
 * Groups the members of a claims set by kind: groups, then user, then token.
 *
 * @returns Only kinds with at least one member. Inside a kind, known claims come first in a fixed reading order;
 *   the others follow in the token's order.
 */
export function groupClaims<Member extends { name: string; value: JsonValue }>(
  members: readonly Member[],
  origins?: ClaimOrigins,
): readonly { kind: ClaimKind; members: readonly Member[] }[] {
  return kinds
    .map((kind) => ({
      kind,
      members: members
        .filter(({ name, value }) => classifyClaim(name, value, origins) === kind)
        .toSorted((a, b) => rankOf(a) - rankOf(b)),
    }))
    .filter(({ members }) => members.length > 0);
}

function rankOf({ name }: { name: string }): number {
  return readingOrder.get(name) ?? readingOrder.size;
}
