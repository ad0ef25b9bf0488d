import { askForFatIdToken } from "./groups-request.ts";
import { describeNoMatchingGroup } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { describeUserInfoNotAsked } from "./userinfo-not-asked.ts";

/**
 * Why groups did not come from a custom authorization server. All of it hangs on the server's claims, which nobody
 * can see from here, so these are guesses in the order in which they tend to be right.
 */
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
    title: "The claim may be on the other token",
    observed: `Only the ${asked} token was asked for, and it has no groups.`,
    expected: `Each claim of a custom authorization server goes into one kind of token. This one may go into the ${other} token.`,
    whoActs: "you",
    steps: [
      `Ask for the ${other} token.`,
      `If the ${asked} token is the one that needs them, an admin adds a second claim for it.`,
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
  title: "The claim may not be meant for thin ID tokens",
  observed: "An access token was asked for too, so the ID token is thin.",
  expected:
    "A thin ID token has only the claims that are set to Always. Those set to Userinfo / id_token request come with the ID token alone, and from UserInfo.",
  whoActs: "you",
  steps: [
    "Ask for the ID token alone.",
    "Or an admin sets the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
  ],
  change: {
    label: "Request the ID token only",
    kind: "ask_again",
    request: { responseType: "id_token" },
  },
  source: okta.tokensAndScopes,
};

const userInfoNotAsked = describeUserInfoNotAsked(
  "UserInfo has all of the server’s claims for ID tokens, those set to Always and the others.",
);

const onlyOnAccessToken: Reason = {
  id: "only_on_access_token",
  title: "The ID token has no groups",
  observed: "Groups came in the access token, and not in the ID token.",
  expected:
    "Each claim goes into one kind of token, and into a thin ID token only if it is set to Always.",
  whoActs: "okta-admin",
  steps: ["If the ID token needs them too, add a second claim for the ID token, set to Always."],
  source: okta.groupsClaim,
};

const onlyOnIdToken: Reason = {
  id: "only_on_id_token",
  title: "The access token has no groups",
  observed: "Groups came in the ID token, and not in the access token.",
  expected: "Each claim goes into one kind of token.",
  whoActs: "okta-admin",
  steps: ["If an API needs them, add a second claim for the access token."],
  source: okta.groupsClaim,
};

function noClaimOnServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "no_claim_on_server",
    title: "The server may have no groups claim",
    observed: "A custom authorization server was asked, and a new one has no groups claim.",
    expected:
      "The server needs a claim of its own. The app’s groups claim on its Sign On tab acts on the org authorization server only.",
    whoActs: "okta-admin",
    steps: [
      "Open Security > API > the server > Claims > Add Claim.",
      "Choose the token, set the value type to Groups and the filter to Matches regex with the value .*",
      "Or, if the app has a groups claim, ask the org authorization server for the ID token.",
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
  title: "The claim may wait for a scope",
  observed: "The groups scope was not asked for.",
  expected:
    "A claim can be limited to some scopes, and then comes only where one of them is asked for.",
  whoActs: "okta-admin",
  steps: [
    "Look at the claim’s Include in: Any scope, or the following scopes.",
    "Ask for a scope that it names. The server has to have that scope, or it refuses the request.",
  ],
  source: okta.createServer,
};
