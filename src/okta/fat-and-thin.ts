import type { JsonObject } from "../oidc/json.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { fatOnlyClaims } from "./standard-claims.ts";

export type IdTokenVerdict = {
  kind: "fat" | "thin" | "unknown";
  /** Why, in one or two sentences. */
  reason: string;
};

/**
 * Says whether an ID token is fat or thin. Okta calls it thin when an access token is issued with it: then it
 * keeps little, and the rest is left to UserInfo.
 *
 * @see Okta: API Access Management, "Tokens and scopes"; OpenID Connect Core 1.0 §3.2.2.10 (`at_hash`), §5.4
 */
export function judgeIdToken({
  claims,
  cameWithAccessToken,
}: {
  claims: JsonObject;
  /**
   * `undefined` where the request is not known. Then the token itself is asked: `at_hash` is there only if an access
   * token was issued with it.
   */
  cameWithAccessToken: boolean | undefined;
}): IdTokenVerdict {
  if (Object.hasOwn(claims, "scp") || Object.hasOwn(claims, "cid")) {
    return {
      kind: "unknown",
      reason: "Fat and thin are said of ID tokens. This one has the claims of an access token.",
    };
  }
  if (cameWithAccessToken === true) {
    return { kind: "thin", reason: `An access token came with it. ${sayWhatIsLeft(claims)}` };
  }
  if (cameWithAccessToken === false) {
    return {
      kind: "fat",
      reason: "It came without an access token, so it carries every claim that the scopes allow.",
    };
  }
  if (!Object.hasOwn(claims, "at_hash")) {
    return {
      kind: "fat",
      reason:
        "It has no at_hash, so no access token was issued with it: it carries every claim that the scopes allow.",
    };
  }
  const fatClaim = fatOnlyClaims.find((name) => Object.hasOwn(claims, name));
  if (fatClaim !== undefined) {
    return {
      kind: "fat",
      reason: `Its at_hash says that an access token was issued with it, yet it holds ${fatClaim}, which a thin token leaves out. The authorization code flow gives such tokens.`,
    };
  }
  return {
    kind: "thin",
    reason: `Its at_hash says that an access token was issued with it. ${sayWhatIsLeft(claims)}`,
  };
}

function sayWhatIsLeft(claims: JsonObject): string {
  const groupsClaim = findGroupsClaims(claims)[0];
  return groupsClaim
    ? `Most of the profile is left to UserInfo; ${groupsClaim.name} is here because its claim is set to be included always.`
    : "Most of what the scopes allow is left to UserInfo.";
}
