import type { JsonValue } from "../oidc/json.ts";
import { isGroupsClaim } from "./groups-claims.ts";

/** What a claim is about: the user's groups, the user, or the sign-in and the token. */
export type ClaimKind = "groups" | "user" | "token";

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

/** Claims that OpenID Connect, OAuth or Okta put in a token by themselves, in reading order. */
const tokenClaims = [
  "iss",
  "aud",
  "azp",
  "cid",
  "client_id",
  "scp",
  "scope",
  "nonce",
  "auth_time",
  "amr",
  "acr",
  "idp",
  "iat",
  "nbf",
  "exp",
  "at_hash",
  "c_hash",
  "s_hash",
  "sid",
  "jti",
  "ver",
  "typ",
  "token_type",
  "cnf",
  "act",
  "may_act",
  "authorization_details",
];

const readingOrder = new Map([...userClaims, ...tokenClaims].map((name, index) => [name, index]));
const tokenClaimNames: ReadonlySet<string> = new Set(tokenClaims);
const kinds: readonly ClaimKind[] = ["groups", "user", "token"];

/** A custom claim counts as the user's: an admin adds claims to say something about the user. */
export function classifyClaim(name: string, value: JsonValue): ClaimKind {
  if (isGroupsClaim(name, value)) return "groups";
  return tokenClaimNames.has(name) ? "token" : "user";
}

/**
 * Groups the members of a claims set by kind: groups, then user, then token.
 *
 * @returns Only kinds with at least one member. Inside a kind, known claims come first in a fixed reading order;
 *   the others follow in the token's order.
 */
export function groupClaims<Member extends { name: string; value: JsonValue }>(
  members: readonly Member[],
): readonly { kind: ClaimKind; members: readonly Member[] }[] {
  return kinds
    .map((kind) => ({
      kind,
      members: members
        .filter(({ name, value }) => classifyClaim(name, value) === kind)
        .toSorted((a, b) => rankOf(a) - rankOf(b)),
    }))
    .filter(({ members }) => members.length > 0);
}

function rankOf({ name }: { name: string }): number {
  return readingOrder.get(name) ?? readingOrder.size;
}
