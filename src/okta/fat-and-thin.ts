import { type JsonObject, readMember } from "../oidc/json.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { fatOnlyClaims } from "./standard-claims.ts";

export type IdTokenVerdict = {
  kind: "fat" | "thin" | "unknown";
  /** Why, in one or two sentences. */
  reason: string;
};

/**
 * Tells whether an ID token is fat or thin. Okta calls it thin if an access token was issued with it: then most claims
 * are left to UserInfo.
 *
 * @returns `unknown` if neither the response nor the token's own claims decide.
 * @see Okta: API Access Management, "Tokens and scopes"; OpenID Connect Core 1.0 §3.2.2.10 (`at_hash`), §5.4
 */
export function judgeIdToken({
  claims,
  returnedWithAccessToken,
}: {
  claims: JsonObject;
  /** `undefined` if the request is unknown, or if a requested access token was not returned. Then the claims decide. */
  returnedWithAccessToken: boolean | undefined;
}): IdTokenVerdict {
  if (Object.hasOwn(claims, "scp") || Object.hasOwn(claims, "cid")) {
    return {
      kind: "unknown",
      reason: "It has the claims of an access token. Only ID tokens are fat or thin.",
    };
  }
  const wasIssuedAlone = !Object.hasOwn(claims, "at_hash");
  if (returnedWithAccessToken === true) {
    return { kind: "thin", reason: `Returned with an access token. ${describeRest(claims)}` };
  }
  if (returnedWithAccessToken === false && wasIssuedAlone) {
    return {
      kind: "fat",
      reason: "Returned without an access token, so it has every claim that the scopes allow.",
    };
  }
  if (wasIssuedAlone) {
    return {
      kind: "fat",
      reason:
        "It has no at_hash, so it was issued without an access token and has every claim that the scopes allow.",
    };
  }
  return judgeByClaims(claims);
}

/**
 * Judges an ID token whose `at_hash` shows that an access token was issued with it. A custom server's is then thin in
 * every flow. The org server's is thin too, except in the authorization code flow.
 */
function judgeByClaims(claims: JsonObject): IdTokenVerdict {
  const issued = "Its at_hash shows that an access token was issued with it.";
  const issuer = readMember(claims, "iss");
  const isFromCustomServer = typeof issuer === "string" && /\/oauth2\/[^/]+$/.test(issuer);
  if (isFromCustomServer) return { kind: "thin", reason: `${issued} ${describeRest(claims)}` };

  // Okta refuses `groups` as the name of any other claim of the org server.
  const fatClaim = ["groups", ...fatOnlyClaims].find((name) => Object.hasOwn(claims, name));
  if (fatClaim !== undefined) {
    return {
      kind: "fat",
      reason: `It has ${fatClaim}, which a thin ID token leaves out. The authorization code flow returns fat ID tokens with an access token.`,
    };
  }
  // Every fat token with one of these scopes has email_verified, or more of the profile than the name.
  const keptClaim = ["email", "name", "preferred_username"].find((it) => Object.hasOwn(claims, it));
  if (keptClaim !== undefined) {
    return {
      kind: "thin",
      reason: `${issued} It has ${keptClaim}, but none of the claims that only a fat ID token has.`,
    };
  }
  return {
    kind: "unknown",
    reason: `${issued} In the authorization code flow, it can still be fat.`,
  };
}

function describeRest(claims: JsonObject): string {
  const [groupsClaim] = findGroupsClaims(claims);
  return groupsClaim
    ? `It still has ${groupsClaim.name}, but most profile claims are only in UserInfo.`
    : "Most claims that the scopes allow are only in UserInfo.";
}
