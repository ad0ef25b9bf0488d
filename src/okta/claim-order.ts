import type { JsonValue } from "../oidc/json.ts";
import { type ClaimKind, classifyClaim, tokenClaims } from "./claim-kind.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";

const userClaims = (
  "sub uid preferred_username name given_name middle_name family_name nickname email " +
  "email_verified phone_number phone_number_verified address locale zoneinfo gender " +
  "birthdate profile picture website updated_at"
).split(" ");

const readingOrder = new Map([...userClaims, ...tokenClaims].map((name, index) => [name, index]));
const kinds: readonly ClaimKind[] = ["groups", "user", "token"];

/** Sorts claims by kind, known ones in reading order, others in the token's order. Leaves out empty kinds. */
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
