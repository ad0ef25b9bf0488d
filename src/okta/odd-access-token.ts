import { findString } from "../oidc/find-string.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { FindingTexts } from "./causes/cause.ts";
import { findGroupsClaims } from "./groups-claims.ts";

/**
 * Explains why Okta can't have issued a token as an access token, by its `jti` or its groups. `undefined` if nothing is
 * odd. An ID token's `jti` starts with `ID.`, an access token's with `AT.`.
 *
 * @param isOfOrgServer The org server's access tokens never have groups.
 */
export function explainOddAccessToken(
  claims: JsonObject,
  isOfOrgServer: boolean,
): FindingTexts | undefined {
  if (findString(claims, "jti")?.startsWith("ID.")) {
    return {
      title: "This is an ID token in the place of an access token",
      observed:
        "Its jti starts with ID., as in Okta’s ID tokens. In access tokens, it starts with AT.",
      expected: "APIs must not accept an ID token.",
      steps: ["Check which of the two tokens the app or the proxy before it passes on."],
    };
  }
  const [claim] = isOfOrgServer ? findGroupsClaims(claims) : [];
  if (!claim) return undefined;
  return {
    title: "The access token lists groups, but Okta’s org server never adds them",
    observed: `It has the claim ${claim.name}.`,
    expected: "So this may not be an Okta org, or not an access token. Don’t rely on these groups.",
    steps: [
      "Check that the Okta domain is your org’s.",
      "For groups in an access token, use a custom authorization server.",
    ],
  };
}
