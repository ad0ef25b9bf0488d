import { usesCode } from "../../oidc/authorization-request.ts";
import { findExcludingSetting } from "../set-up-rules/evaluate-claim.ts";
import { okta } from "../sources.ts";
import { cause, type Evidence, type Finding, noGroups } from "./cause.ts";
import { locateClaims } from "./exclusion.ts";
import {
  addClaim,
  findNamedLikeGroups,
  includeClaim,
  isFoundIn,
  requestOnly,
  serverCause,
  tokenNames,
} from "./server-evidence.ts";
import { everyGroup } from "./value-problem.ts";

export const claimNotAlways = serverCause(
  "claim_not_always",
  okta.claimsApi,
  "not_always",
  (exclusion, evidence) => ({
    ...explainThin(evidence),
    ...noGroups(`the claim ${exclusion.claim.name} isn’t set to Always`),
    setUpChange: includeClaim(exclusion, evidence),
  }),
  (evidence) => {
    const isProven = isFoundIn(evidence, "UserInfo");
    const hasBoth = evidence.hasIdToken && evidence.hasAccessToken;
    if (!hasBoth || !(isProven || !evidence.run.userInfoClaims)) return undefined;
    return {
      ...explainThin(evidence),
      ...(isProven
        ? { title: "No groups in the tokens: the claim isn’t set to Always" }
        : noGroups("the claim may not be set to Always")),
      certainty: isProven ? "certain" : "possible",
    };
  },
);

function explainThin(evidence: Evidence): Omit<Finding, "title"> {
  return {
    observed: usesCode(evidence.run.responseType)
      ? "The code was also exchanged for an access token, so the ID token is thin."
      : "You also requested an access token, so the ID token is thin.",
    expected:
      "A thin ID token has only claims set to Always. If you request the ID token alone, it has the others, too.",
    whoActs: "you",
    steps: [
      "Request the ID token only.",
      "Or set the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
      "Token Preview can still show the claim. Check the token that the app receives.",
    ],
    change: requestOnly("id_token", evidence),
  };
}

export const claimOnOtherToken = serverCause(
  "claim_on_other_token",
  okta.groupsClaim,
  "other_token",
  ({ token, server, claim, otherwise }, evidence) => {
    const { found, hasIdToken, hasAccessToken, scopes } = evidence;
    const [missing, other] = [tokenNames[token], tokenNames[claim.token]];
    const isRequested = claim.token === "id_token" ? hasIdToken : hasAccessToken;
    const hasNoValue = otherwise.kind === "value";
    const isLeftOut = findExcludingSetting(claim, { token: claim.token, isThin: false, scopes });
    const isHelpful =
      found.length === 0 && !isRequested && !hasNoValue && otherwise.kind !== "other" && !isLeftOut;
    const named = findNamedLikeGroups(server, token);
    const change = isHelpful ? requestOnly(claim.token, evidence) : undefined;
    const fix = hasNoValue ? otherwise.problem.fix : undefined;
    const value = hasNoValue || otherwise.kind === "other" ? (fix ?? everyGroup) : claim.value;
    return {
      title: `No groups in the ${missing}: the claim ${claim.name} is on the ${other}`,
      observed:
        `On the server ${server.name}, only the ${other} has a groups claim. ${named?.content ?? ""}`.trim(),
      expected:
        "On a custom server, each claim goes into one token type. For both, add two claims.",
      whoActs: change ? "you" : "okta-admin",
      steps: change
        ? listSteps(missing, other)
        : [
            `Add a second claim for the ${missing}: Security > API > the server > Claims > Add Claim.`,
          ],
      ...(change && { change }),
      setUpChange: addClaim(server, claim.name, token, value),
    };
  },
  (evidence) => {
    const { run, hasIdToken, hasAccessToken } = evidence;
    if (hasIdToken === hasAccessToken) return undefined;
    // UserInfo has the ID token's claims. If UserInfo has groups, `only_on_id_token` is certain; if not, the ID token has none.
    if (run.userInfoClaims && !hasIdToken) return undefined;
    const otherToken = hasIdToken ? "access_token" : "id_token";
    const other = tokenNames[otherToken];
    const requested = hasIdToken ? "ID token" : "access token";
    return {
      ...noGroups(`the claim may be on the ${other}`),
      observed:
        usesCode(run.responseType) && !run.codeExchange
          ? `The code was exchanged only for an ${requested}.`
          : `You have only the ${requested}.`,
      expected:
        "On a custom server, each claim goes into one token type. For both, add two claims.",
      certainty: "possible",
      whoActs: "you",
      steps: listSteps(requested, other),
      change: requestOnly(otherToken, evidence),
    };
  },
);

function listSteps(missing: string, other: string): readonly string[] {
  return [
    `Request the ${other}.`,
    `If you need groups in the ${missing}, have an admin add a second claim for it.`,
  ];
}

export const onlyOnAccessToken = cause("only_on_access_token", okta.claimsApi, (evidence) => {
  const isOnly = isFoundIn(evidence, "Access token") && !isFoundIn(evidence, "ID token");
  if (evidence.run.server.kind !== "custom" || !isOnly || !evidence.hasIdToken) return undefined;
  if (evidence.run.setUp || evidence.places["ID token"].state !== "absent") return undefined;
  return {
    title: "The ID token has no groups",
    observed: "Only the access token has groups.",
    expected:
      "A claim goes into one token type, and into a thin ID token only if it is set to Always.",
    steps: ["If the ID token needs groups, too, add a second claim for it, set to Always."],
    consolePath: locateClaims("the server"),
  };
});

/** The cause also counts groups in UserInfo, because UserInfo has the ID token's claims. */
export const onlyOnIdToken = cause("only_on_id_token", okta.groupsClaim, (evidence) => {
  const { run, hasIdToken, hasAccessToken, places } = evidence;
  const isOnly = isFoundIn(evidence, "ID token")
    ? hasAccessToken
    : isFoundIn(evidence, "UserInfo") && !hasIdToken;
  if (run.server.kind !== "custom" || run.setUp || !isOnly) return undefined;
  if (places["Access token"].state !== "absent") return undefined;
  const addSecond = "If an API needs groups, add a second claim for the access token.";
  return {
    title: "The access token has no groups",
    observed: hasIdToken
      ? "Only the ID token has groups."
      : "UserInfo has groups, so the server has an ID token claim for them.",
    expected: "A claim goes into one token type. For both, add two claims.",
    whoActs: hasIdToken ? "okta-admin" : "you",
    steps: hasIdToken ? [addSecond] : ["Request the ID token.", addSecond],
    ...(!hasIdToken && { change: requestOnly("id_token", evidence) }),
    consolePath: locateClaims("the server"),
  };
});
