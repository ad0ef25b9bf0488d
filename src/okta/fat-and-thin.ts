import { findString } from "../oidc/find-string.ts";
import type { JsonObject } from "../oidc/json.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { fatOnlyClaims } from "./standard-claims.ts";

export type IdTokenVerdict = { kind: "fat" | "thin" | "unknown"; reason: string };

/**
 * How the ID token was returned. `for_code`: by the token endpoint. `undefined`: the request is unknown, or the requested
 * access token is missing.
 */
export type ReturnedAs = "alone" | "with_access_token" | "for_code" | undefined;

type ReturnedIdToken = { claims: JsonObject; returned: ReturnedAs };

/**
 * Judges whether an ID token is fat or thin. A thin ID token is issued together with an access token.
 *
 * @see Okta: API Access Management, "Tokens and scopes"; Okta: Customize tokens returned from Okta with a Groups claim;
 *   OpenID Connect Core 1.0 §3.2.2.10 (`at_hash`), §5.4
 */
export function judgeIdToken({ claims, returned }: ReturnedIdToken): IdTokenVerdict {
  if (Object.hasOwn(claims, "scp") || Object.hasOwn(claims, "cid")) {
    return unknown("It has the claims of an access token. Only ID tokens are fat or thin.");
  }
  if (returned === "with_access_token") {
    return thin(`Returned with an access token. ${describeRest(claims)}`);
  }
  if (returned === "for_code") {
    return judgeByClaims(claims, "The code was also exchanged for an access token.");
  }
  if (Object.hasOwn(claims, "at_hash")) {
    return judgeByClaims(claims, "Its at_hash shows that an access token was issued with it.");
  }
  return fat(
    returned === "alone"
      ? "Returned without an access token, so it has every claim that the scopes allow."
      : "It has no at_hash, so it was issued without an access token and has every claim that the scopes allow.",
  );
}

const verdict = (kind: IdTokenVerdict["kind"]) => (reason: string) => ({ kind, reason });
const [fat, thin, unknown] = [verdict("fat"), verdict("thin"), verdict("unknown")];

/** With an access token, a custom server's ID token is thin in every flow. The org server's is fat in the code flow. */
function judgeByClaims(claims: JsonObject, issued: string): IdTokenVerdict {
  const isFromCustomServer = /\/oauth2\/[^/]+$/.test(findString(claims, "iss") ?? "");
  if (isFromCustomServer) return thin(`${issued} ${describeRest(claims)}`);

  // On the org server, Okta allows the name `groups` only for the app's groups claim.
  const fatClaim = ["groups", ...fatOnlyClaims].find((name) => Object.hasOwn(claims, name));
  if (fatClaim !== undefined) {
    return fat(
      `It has ${fatClaim}, so it is fat. In the authorization code flow, the org server’s ID token is fat even with an access token.`,
    );
  }
  // Every fat token with `email` also has `email_verified`, and every fat token with a name has more profile claims.
  const keptClaim = ["email", "name", "preferred_username"].find((it) => Object.hasOwn(claims, it));
  return keptClaim === undefined
    ? unknown(`${issued} In the authorization code flow, it can still be fat.`)
    : thin(`${issued} It has ${keptClaim}, but none of the claims that only a fat ID token has.`);
}

function describeRest(claims: JsonObject): string {
  const [groupsClaim] = findGroupsClaims(claims);
  return groupsClaim
    ? `It still has ${groupsClaim.name}, but most profile claims are only in UserInfo.`
    : "Most claims that the scopes allow are only in UserInfo. Okta’s pages disagree: the groups guide lists base claims only, the older reference also lists email, name and preferred_username.";
}
