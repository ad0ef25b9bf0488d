import type { JsonObject } from "../oidc/json.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { fatOnlyClaims } from "./standard-claims.ts";

export type IdTokenVerdict = {
  kind: "fat" | "thin" | "unknown";
  /** Why, in one or two sentences. */
  reason: string;
};

/**
 * Whether an ID token is fat or thin. Okta calls it thin if an access token was issued with it: then most claims are
 * left to UserInfo.
 *
 * @see Okta: API Access Management, "Tokens and scopes"; OpenID Connect Core 1.0 §3.2.2.10 (`at_hash`), §5.4
 */
export function judgeIdToken({
  claims,
  cameWithAccessToken,
}: {
  claims: JsonObject;
  /**
   * `undefined` if the request is not known. Then the token itself decides: it has `at_hash` only if an access token was
   * issued with it.
   */
  cameWithAccessToken: boolean | undefined;
}): IdTokenVerdict {
  if (Object.hasOwn(claims, "scp") || Object.hasOwn(claims, "cid")) {
    return {
      kind: "unknown",
      reason: "Only ID tokens are fat or thin. This one has the claims of an access token.",
    };
  }
  if (cameWithAccessToken === true) {
    return {
      kind: "thin",
      reason: `It was returned with an access token. ${sayWhatIsLeft(claims)}`,
    };
  }
  if (cameWithAccessToken === false) {
    return {
      kind: "fat",
      reason: "Returned without an access token, it carries every claim that the scopes allow.",
    };
  }
  if (!Object.hasOwn(claims, "at_hash")) {
    return {
      kind: "fat",
      reason:
        "It has no at_hash, so it was issued without an access token and carries every claim that the scopes allow.",
    };
  }
  const fatClaim = fatOnlyClaims.find((name) => Object.hasOwn(claims, name));
  if (fatClaim !== undefined) {
    return {
      kind: "fat",
      reason: `It has an at_hash, so an access token was issued with it. But it carries ${fatClaim}, which a thin token leaves out. The authorization code flow returns such tokens.`,
    };
  }
  return {
    kind: "thin",
    reason: `It has an at_hash, so an access token was issued with it. ${sayWhatIsLeft(claims)}`,
  };
}

function sayWhatIsLeft(claims: JsonObject): string {
  const groupsClaim = findGroupsClaims(claims)[0];
  return groupsClaim
    ? `Most profile claims are left to UserInfo. It carries ${groupsClaim.name} all the same.`
    : "Most claims that the scopes allow are left to UserInfo.";
}
