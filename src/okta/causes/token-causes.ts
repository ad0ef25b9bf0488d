import { usesCode } from "../../oidc/authorization-request.ts";
import type { ClaimSetUp } from "../org-set-up.ts";
import type { Reason } from "../reason.ts";
import { okta } from "../sources.ts";
import { type Cause, certainForAdmin, type Evidence } from "./cause.ts";
import { addClaim, changeClaim, requestOnly } from "./claim-changes.ts";
import { locateClaims } from "./exclusion.ts";
import { findExcluded, isCustomWithoutGroups, isFoundIn } from "./server-evidence.ts";

export const claimNotAlways: Cause = {
  id: "claim_not_always",
  source: okta.claimsApi,
  find: (evidence) => {
    const { run, hasIdToken, hasAccessToken } = evidence;
    const excluded = findExcluded(evidence, "not_always");
    const isProven = isFoundIn(evidence, "UserInfo") && !run.setUp;
    const fits =
      isCustomWithoutGroups(evidence) &&
      hasIdToken &&
      hasAccessToken &&
      (isProven || !run.userInfoClaims);
    if (!excluded && !fits) return undefined;
    const { server, claim } = excluded?.exclusion ?? {};
    const isCertain = excluded !== undefined || isProven;
    return {
      title: claim
        ? `No groups: the claim ${claim.name} isn’t set to Always`
        : isCertain
          ? "No groups in the tokens: the claim isn’t set to Always"
          : "No groups: the claim may not be set to Always",
      observed: usesCode(run.responseType)
        ? "The code was also exchanged for an access token, so the ID token is thin."
        : "You also requested an access token, so the ID token is thin.",
      expected:
        "A thin ID token has only claims set to Always. If you request the ID token alone, it has the others, too.",
      certainty: isCertain ? "certain" : "possible",
      whoActs: "you",
      steps: [
        "Request the ID token only.",
        "Or set the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
        "Token Preview can still show the claim. Check the token that the app receives.",
      ],
      change: requestOnly("id_token", evidence),
      consolePath: locateClaims(server?.name ?? "the server"),
      ...(server && claim && { setUpChange: changeClaim(server, claim, { isAlways: true }) }),
    };
  },
};

export const claimOnOtherToken: Cause = {
  id: "claim_on_other_token",
  source: okta.groupsClaim,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "other_token");
    if (excluded) {
      const { token, exclusion } = excluded;
      const { server, claim } = exclusion;
      const other = claim.token === "id_token" ? "ID token" : "access token";
      const change = evidence.found.length === 0 && requestOther(evidence, claim.token);
      return {
        title: `No groups in the ${token}: the claim ${claim.name} is on the ${other}`,
        observed: `On the server ${server.name}, only the ${other} has a groups claim.`,
        expected:
          "On a custom server, each claim goes into one token type. For both, add two claims.",
        certainty: "certain",
        whoActs: change ? "you" : "okta-admin",
        steps: [
          `Request the ${other}.`,
          `If you need groups in the ${token}, have an admin add a second claim for it.`,
        ],
        ...(change && { change }),
        consolePath: locateClaims(server.name),
        setUpChange: addClaim(server, { name: claim.name, token, value: claim.value }),
      };
    }
    const { run, hasIdToken, hasAccessToken } = evidence;
    if (!isCustomWithoutGroups(evidence) || hasIdToken === hasAccessToken) return undefined;
    // UserInfo has the ID token's claims: with groups there, that is certain. Without, they are on neither.
    if (run.userInfoClaims && !hasIdToken) return undefined;
    const [requested, other] = hasIdToken
      ? (["ID token", "access token"] as const)
      : (["access token", "ID token"] as const);
    return {
      title: `No groups: the claim may be on the ${other}`,
      observed:
        usesCode(run.responseType) && !run.codeExchange
          ? `The code was exchanged only for an ${requested}.`
          : `You have only the ${requested}.`,
      expected: "On a custom server, each claim goes into one token type.",
      certainty: "possible",
      whoActs: "you",
      steps: [
        `Request the ${other}.`,
        `If you need groups in the ${requested}, have an admin add a second claim for it.`,
      ],
      change: requestOnly(hasIdToken ? "token" : "id_token", evidence),
      consolePath: locateClaims("the server"),
    };
  },
};

function requestOther(evidence: Evidence, token: ClaimSetUp["token"]): Reason["change"] {
  const { hasIdToken, hasAccessToken } = evidence;
  const isRequested = token === "id_token" ? hasIdToken : hasAccessToken;
  return isRequested
    ? undefined
    : requestOnly(token === "id_token" ? "id_token" : "token", evidence);
}

export const onlyOnAccessToken: Cause = {
  id: "only_on_access_token",
  source: okta.claimsApi,
  find: (evidence) => {
    const isOnly = isFoundIn(evidence, "Access token") && !isFoundIn(evidence, "ID token");
    if (evidence.run.server.kind !== "custom" || !isOnly || !evidence.hasIdToken) return undefined;
    if (evidence.run.setUp || evidence.places["ID token"].state !== "absent") return undefined;
    return {
      title: "The ID token has no groups",
      observed: "Only the access token has groups.",
      expected:
        "A claim goes into one token type, and into a thin ID token only if it is set to Always.",
      ...certainForAdmin,
      steps: ["If the ID token needs groups, too, add a second claim for it, set to Always."],
      consolePath: locateClaims("the server"),
    };
  },
};

/** Groups are in the ID token, or in UserInfo, which has the ID token's claims. */
export const onlyOnIdToken: Cause = {
  id: "only_on_id_token",
  source: okta.groupsClaim,
  find: (evidence) => {
    const { run, hasIdToken, hasAccessToken, places } = evidence;
    const isOnly = isFoundIn(evidence, "ID token")
      ? hasAccessToken
      : isFoundIn(evidence, "UserInfo") && !hasIdToken;
    if (run.server.kind !== "custom" || run.setUp || !isOnly) return undefined;
    if (places["Access token"].state !== "absent") return undefined;
    const shared = {
      title: "The access token has no groups",
      expected: "A claim goes into one token type. For both, add two claims.",
      certainty: "certain",
      consolePath: locateClaims("the server"),
    } as const;
    return hasIdToken
      ? {
          ...shared,
          observed: "Only the ID token has groups.",
          whoActs: "okta-admin",
          steps: ["If an API needs groups, add a second claim for the access token."],
        }
      : {
          ...shared,
          observed: "UserInfo has groups, so the server has an ID token claim for them.",
          whoActs: "you",
          steps: [
            "Request the ID token.",
            "If an API needs groups, add a second claim for the access token.",
          ],
          change: requestOnly("id_token", evidence),
        };
  },
};
