import { usesCode } from "../oidc/authorization-request.ts";
import { describeUserInfoCall } from "./call-userinfo-reason.ts";
import { buildFatRequest } from "./groups-request.ts";
import { describeNoMatchingGroup, findEmptyGroupsClaim } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { requestsAccessToken, requestsIdToken } from "./request-to-predict.ts";
import { okta } from "./sources.ts";
import { describeUnreadableToken } from "./unreadable-token.ts";

/**
 * Why a custom server's tokens have no groups. Its claims can't be seen from here, so most are possible causes,
 * likeliest first.
 */
export function listCustomServerReasons(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): readonly Reason[] {
  const hasIdToken = requestsIdToken(run);
  const hasAccessToken = requestsAccessToken(run);
  if (hasIdToken && !run.idTokenClaims) return [describeUnreadableToken("ID token")];
  if (hasAccessToken && !run.accessTokenClaims) return [describeUnreadableToken("Access token")];
  return hasIdToken && hasAccessToken ? listForBoth(run, found) : listForOne(run, found);
}

function listForBoth(run: RunToDiagnose, found: readonly FoundGroups[]): readonly Reason[] {
  const isIn = (where: FoundGroups["where"]) => found.some((it) => it.where === where);
  if (isIn("ID token")) return isIn("Access token") ? [] : [onlyOnIdToken];
  if (isIn("Access token")) return [onlyOnAccessToken];
  if (isIn("UserInfo")) return [claimNotAlways(run, true)];
  return run.userInfoClaims
    ? listSettings(run)
    : [claimNotAlways(run, false), ...listUserInfoCall(run), ...listSettings(run)];
}

function listForOne(run: RunToDiagnose, found: readonly FoundGroups[]): readonly Reason[] {
  if (found.some(({ where }) => where !== "UserInfo")) return [];
  if (found.length > 0) return [idTokenClaim];
  // UserInfo has the ID token claims: without groups there, no other ID token would have them.
  const isOnNeither = !requestsIdToken(run) && run.userInfoClaims !== undefined;
  return isOnNeither ? listSettings(run) : [claimOnOtherToken(run), ...listSettings(run)];
}

function listSettings(run: RunToDiagnose): readonly Reason[] {
  const emptyClaim = findEmptyGroupsClaim(run);
  if (emptyClaim !== undefined) return [describeNoMatchingGroup(emptyClaim)];
  const scopeCondition = run.scopes.includes("groups") ? [] : [scopeConditionNotMet];
  return [noClaimOnServer(run), ...scopeCondition, describeNoMatchingGroup(undefined)];
}

function listUserInfoCall(run: RunToDiagnose): readonly Reason[] {
  return run.scopes.includes("openid")
    ? [
        describeUserInfoCall(
          run,
          "It returns ID token claims, whether or not they are set to Always.",
        ),
      ]
    : [];
}

function claimOnOtherToken(run: RunToDiagnose): Reason {
  const [requested, other] = requestsIdToken(run)
    ? ["ID token", "access token"]
    : ["access token", "ID token"];
  return {
    id: "claim_on_other_token",
    title: `No groups: the claim may be on the ${other}`,
    observed: usesCode(run.responseType)
      ? "Without the openid scope, the code was exchanged for an access token alone."
      : `You requested only the ${requested}.`,
    expected: "On a custom server, each claim goes into one token type.",
    certainty: "possible",
    whoActs: "you",
    steps: [
      `Request the ${other}.`,
      `If you need groups in the ${requested}, an admin adds a second claim for it.`,
    ],
    change: {
      label: `Request the ${other} only`,
      kind: "send_request",
      request: requestsIdToken(run)
        ? { responseType: "token" }
        : {
            responseType: "id_token",
            ...(!run.scopes.includes("openid") && { scopes: ["openid", ...run.scopes] }),
          },
    },
    source: okta.groupsClaim,
  };
}

const idTokenClaim: Reason = {
  id: "id_token_claim",
  title: "The access token has no groups",
  observed: "UserInfo has groups, so the server has an ID token claim for them.",
  expected: "A claim goes into one token type. For both, add two claims.",
  certainty: "certain",
  whoActs: "you",
  steps: [
    "Request the ID token.",
    "If an API needs groups, add a second claim for the access token.",
  ],
  change: {
    label: "Request the ID token only",
    kind: "send_request",
    request: { responseType: "id_token" },
  },
  source: okta.groupsClaim,
};

/** @param isCertain UserInfo has groups, and the thin ID token has not. */
function claimNotAlways({ responseType }: RunToDiagnose, isCertain: boolean): Reason {
  return {
    id: "claim_not_always",
    title: isCertain
      ? "No groups in the tokens: the claim isn’t set to Always"
      : "No groups: the claim may not be set to Always",
    observed: usesCode(responseType)
      ? "The code was exchanged for an access token, too, so the ID token is thin."
      : "You also requested an access token, so the ID token is thin.",
    expected:
      "A thin ID token has only claims set to Always. Requested alone, the ID token has the others, too.",
    certainty: isCertain ? "certain" : "possible",
    whoActs: "you",
    steps: [
      "Request the ID token only.",
      "Or set the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
    ],
    change: {
      label: "Request the ID token only",
      kind: "send_request",
      request: { responseType: "id_token" },
    },
    source: okta.claimsApi,
  };
}

const onlyOnAccessToken: Reason = {
  id: "only_on_access_token",
  title: "The ID token has no groups",
  observed: "Only the access token has groups.",
  expected:
    "A claim goes into one token type, and into a thin ID token only if it is set to Always.",
  certainty: "certain",
  whoActs: "okta-admin",
  steps: ["If the ID token needs groups, too, add a second claim for it, set to Always."],
  source: okta.claimsApi,
};

const onlyOnIdToken: Reason = {
  id: "only_on_id_token",
  title: "The access token has no groups",
  observed: "Only the ID token has groups.",
  expected: "A claim goes into one token type. For both, add two claims.",
  certainty: "certain",
  whoActs: "okta-admin",
  steps: ["If an API needs groups, add a second claim for the access token."],
  source: okta.groupsClaim,
};

function noClaimOnServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "no_claim_on_server",
    title: "No groups: the server may have no groups claim",
    observed: "You sent the request to a custom server, and a new one has none.",
    expected:
      "The server needs a claim of its own. The app’s groups claim works on the org server only.",
    certainty: "possible",
    whoActs: "okta-admin",
    steps: [
      "Open Security > API > the server > Claims > Add Claim.",
      "Choose the token type, the value type Groups, and the filter Matches regex with .*",
      "Or, if the app has a groups claim, request the ID token from the org server.",
    ],
    change: {
      label: "Request the ID token from the org server",
      kind: "send_request",
      request: { server: { kind: "org" }, ...buildFatRequest(scopes) },
    },
    source: okta.groupsClaim,
  };
}

const scopeConditionNotMet: Reason = {
  id: "scope_condition",
  title: "The claim may be limited to a scope",
  observed: "You didn’t request the groups scope.",
  expected:
    "A claim can be limited to scopes. Then it is included only if you request one of them.",
  certainty: "possible",
  whoActs: "okta-admin",
  steps: [
    "Look at the claim’s Include in setting: Any scope, or The following scopes.",
    "Request a scope that it names. The server refuses scopes that it doesn’t have.",
  ],
  source: okta.createServer,
};
