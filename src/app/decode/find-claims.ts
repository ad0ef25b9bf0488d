import type { ClaimsSet } from "../../oidc/claims-set.ts";
import type { PastedClaims } from "./pasted-part.ts";

/** UserInfo's response names the user and no issuer. A token's payload names the issuer. */
export function findClaims(set: ClaimsSet): PastedClaims | undefined {
  const { claims } = set;
  const has = (name: string) => Object.hasOwn(claims, name);
  if (has("id_token") || has("access_token")) return undefined;
  // What introspection returns about an access token: RFC 7662 §2.2.
  if (has("active") && has("token_type")) return { kind: "claims", place: "Access token", set };
  if (has("scp") || has("cid")) return { kind: "claims", place: "Access token", set };
  if (has("iss") && (has("sub") || has("aud"))) return { kind: "claims", place: "ID token", set };
  return typeof claims.sub === "string" ? { kind: "claims", place: "UserInfo", set } : undefined;
}
