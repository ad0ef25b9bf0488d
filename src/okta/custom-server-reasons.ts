import { askForFatIdToken } from "./groups-request.ts";
import { describeNoMatchingGroup } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { describeUserInfoNotAsked } from "./userinfo-not-asked.ts";

/** Why a custom server returned no groups. Its claims can't be seen from here, so these are possible causes, likeliest first. */
export function listCustomServerReasons(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): readonly Reason[] {
  const isIn = (where: FoundGroups["where"]) => found.some((it) => it.where === where);
  const { responseType } = run;
  if (responseType === "id_token token") {
    if (isIn("ID token")) return isIn("Access token") ? [] : [onlyOnIdToken];
    if (isIn("Access token")) return [onlyOnAccessToken];
    if (isIn("UserInfo")) return [claimNotAlways];
    const notAlways = run.userInfoClaims ? [] : [claimNotAlways, userInfoNotAsked];
    return [...notAlways, ...listSettings(run)];
  }
  if (isIn("ID token") || isIn("Access token")) return [];
  if (isIn("UserInfo")) return [claimOnOtherToken(run)];
  return [claimOnOtherToken(run), ...listSettings(run)];
}

function listSettings(run: RunToDiagnose): readonly Reason[] {
  const scopeCondition = run.scopes.includes("groups") ? [] : [scopeConditionNotMet];
  return [noClaimOnServer(run), ...scopeCondition, describeNoMatchingGroup(run)];
}

function claimOnOtherToken({ responseType }: RunToDiagnose): Reason {
  const [asked, other] = responseType === "token" ? ["access", "ID"] : ["ID", "access"];
  return {
    id: "claim_on_other_token",
    title: `No groups in this token: the claim may be on the ${other} token`,
    observed: `You requested only the ${asked} token.`,
    expected: `A claim goes into one token type. This one may go into the ${other} token.`,
    whoActs: "you",
    steps: [
      `Request the ${other} token.`,
      `If you need groups in the ${asked} token, an admin adds a second claim for it.`,
    ],
    change: {
      label: `Request the ${other} token only`,
      kind: "ask_again",
      request: { responseType: responseType === "token" ? "id_token" : "token" },
    },
    source: okta.groupsClaim,
  };
}

const claimNotAlways: Reason = {
  id: "claim_not_always",
  title: "No groups: the claim may not be set to Always",
  observed: "You also requested an access token, so the ID token is thin.",
  expected:
    "A thin ID token carries only claims set to Always. Claims set to Userinfo / id_token request are in UserInfo, and in an ID token requested alone.",
  whoActs: "you",
  steps: [
    "Request the ID token alone.",
    "Or set the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
  ],
  change: {
    label: "Request the ID token only",
    kind: "ask_again",
    request: { responseType: "id_token" },
  },
  source: okta.tokensAndScopes,
};

const userInfoNotAsked = describeUserInfoNotAsked(
  "UserInfo has all of the server’s ID token claims, whether or not they are set to Always.",
);

const onlyOnAccessToken: Reason = {
  id: "only_on_access_token",
  title: "The ID token has no groups",
  observed: "Groups are in the access token, but not in the ID token.",
  expected:
    "A claim goes into one token type, and into a thin ID token only if it is set to Always.",
  whoActs: "okta-admin",
  steps: ["If the ID token needs them too, add a second claim for the ID token, set to Always."],
  source: okta.groupsClaim,
};

const onlyOnIdToken: Reason = {
  id: "only_on_id_token",
  title: "The access token has no groups",
  observed: "Groups are in the ID token, but not in the access token.",
  expected: "A claim goes into one token type. For both, add two claims.",
  whoActs: "okta-admin",
  steps: ["If an API needs them, add a second claim for the access token."],
  source: okta.groupsClaim,
};

function noClaimOnServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "no_claim_on_server",
    title: "No groups: the server may have no groups claim",
    observed: "A new custom server has no groups claim.",
    expected:
      "It needs a claim of its own: the groups claim on the app’s Sign On tab works on the org server only.",
    whoActs: "okta-admin",
    steps: [
      "Open Security > API > the server > Claims > Add Claim.",
      "Choose the token type, the value type Groups, and the filter Matches regex with .*",
      "Or, if the app has a groups claim, request the ID token from the org server.",
    ],
    change: {
      label: "Request the ID token from the org server",
      kind: "ask_again",
      request: { server: { kind: "org" }, ...askForFatIdToken(scopes) },
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
  whoActs: "okta-admin",
  steps: [
    "Look at the claim’s Include in setting: Any scope, or the following scopes.",
    "Request a scope that it names. The server refuses scopes that it doesn’t have.",
  ],
  source: okta.createServer,
};
