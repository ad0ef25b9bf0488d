import type { JsonValue } from "../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

const userClaims = (
  "sub uid preferred_username name given_name middle_name family_name nickname email " +
  "email_verified phone_number phone_number_verified address locale zoneinfo gender " +
  "birthdate profile picture website updated_at"
).split(" ");

/** Claims about the token that OpenID Connect, OAuth or Okta define, in the order of display. */
const tokenClaims: readonly string[] = (
  "iss aud azp cid client_id scp scope nonce auth_time amr acr idp iat nbf exp at_hash " +
  "c_hash s_hash sid jti ver typ token_type cnf act may_act authorization_details"
).split(" ");

const readingOrder = new Map([...userClaims, ...tokenClaims].map((name, index) => [name, index]));
const kinds = ["groups", "user", "token"] as const;
export type ClaimKind = (typeof kinds)[number];

/** Groups claims by kind: known claims in the order of display, other claims in the token's order. Leaves out empty kinds. */
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

const tokenClaimNames: ReadonlySet<string> = new Set(tokenClaims);

/** Classifies a custom claim as about the user, because admins usually add claims about users. */
export function classifyClaim(name: string, value: JsonValue, origins?: ClaimOrigins): ClaimKind {
  if (isGroupsClaim(name, value, origins)) return "groups";
  return tokenClaimNames.has(name) ? "token" : "user";
}
