import type { JsonValue } from "../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim } from "./is-groups-claim.ts";

/** What a claim is about: the user's groups, the user, or the sign-in and the token. */
export type ClaimKind = "groups" | "user" | "token";

/** Claims that OpenID Connect, OAuth or Okta put in a token by themselves, in reading order. */
export const tokenClaims: readonly string[] = (
  "iss aud azp cid client_id scp scope nonce auth_time amr acr idp iat nbf exp at_hash " +
  "c_hash s_hash sid jti ver typ token_type cnf act may_act authorization_details"
).split(" ");

const tokenClaimNames: ReadonlySet<string> = new Set(tokenClaims);

/** A custom claim counts as the user's: an admin adds claims to say something about the user. */
export function classifyClaim(name: string, value: JsonValue, origins?: ClaimOrigins): ClaimKind {
  if (isGroupsClaim(name, value, origins)) return "groups";
  return tokenClaimNames.has(name) ? "token" : "user";
}
