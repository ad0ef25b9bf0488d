import { askForFatIdToken, withGroups } from "./groups-request.ts";
import { describeNoMatchingGroup } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { describeUserInfoNotAsked } from "./userinfo-not-asked.ts";

/**
 * Why groups did not come from the org authorization server: the request first, for it can be seen, then the app's
 * settings.
 */
export function listOrgServerReasons(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): readonly Reason[] {
  if (found.some(({ where }) => where === "ID token")) return [];
  const { responseType, scopes, userInfoClaims } = run;
  const isAsked = scopes.includes("groups");
  const canStillAskUserInfo =
    responseType !== "id_token" && !userInfoClaims && isAsked && scopes.includes("openid");
  // UserInfo has what a fat ID token has. Where it has no groups either, thinness is not what keeps them away.
  const isSettingsQuestion =
    isAsked && (responseType === "id_token" || userInfoClaims !== undefined) && found.length === 0;

  return [
    ...(isAsked ? [] : [scopeNotAsked(run)]),
    ...(responseType === "id_token token" && !isSettingsQuestion ? [thinIdToken(run)] : []),
    ...(responseType === "token" ? [orgAccessToken(run)] : []),
    ...(canStillAskUserInfo
      ? [
          describeUserInfoNotAsked(
            "UserInfo says everything that the scopes allow, groups included.",
          ),
        ]
      : []),
    ...(isSettingsQuestion
      ? [noGroupsClaimOnApp, describeNoMatchingGroup(run), claimOnCustomServer(run)]
      : []),
  ];
}

function scopeNotAsked({ scopes }: RunToDiagnose): Reason {
  return {
    id: "scope_not_asked",
    title: "The groups scope was not asked for",
    observed: `The request asked for ${scopes.join(" ") || "no scope"}.`,
    expected: "The org authorization server gives groups only to requests with the groups scope.",
    whoActs: "you",
    steps: ["Add groups to the scopes, beside openid."],
    change: {
      label: "Add the groups scope and send",
      kind: "ask_again",
      request: { scopes: withGroups(scopes) },
    },
    source: okta.groupsClaim,
  };
}

function thinIdToken({ scopes }: RunToDiagnose): Reason {
  return {
    id: "thin_id_token",
    title: "The ID token is thin",
    observed: "An access token was asked for too, and with it the ID token loses its groups.",
    expected: "An ID token that is asked for alone is fat: it carries the groups.",
    whoActs: "you",
    steps: ["Ask for the ID token alone.", "Or keep both tokens, and ask UserInfo for the groups."],
    change: {
      label: "Request the ID token only",
      kind: "ask_again",
      request: askForFatIdToken(scopes),
    },
    source: okta.tokensAndScopes,
  };
}

function orgAccessToken({ scopes }: RunToDiagnose): Reason {
  return {
    id: "org_access_token",
    title: "The org’s access tokens never hold groups",
    observed: "Only an access token was asked for, from the org authorization server.",
    expected:
      "Its access tokens are for Okta alone and cannot be added to; its ID tokens can carry groups.",
    whoActs: "you",
    steps: [
      "Ask for the ID token.",
      "If an API needs groups in the access token, use a custom authorization server with a groups claim.",
    ],
    change: {
      label: "Request the ID token only",
      kind: "ask_again",
      request: askForFatIdToken(scopes),
    },
    source: okta.groupsClaim,
  };
}

const noGroupsClaimOnApp: Reason = {
  id: "no_groups_claim_on_app",
  title: "The app may have no groups claim",
  observed: "The request was right, and still no groups came.",
  expected: "The app needs a groups claim with a filter, such as Matches regex with the value .*",
  whoActs: "okta-admin",
  steps: [
    "In the Admin Console open Applications and Resources > Applications > the app > Sign On > OpenID Connect ID Token > Edit. Where that box is missing, look for the newer Claims section on the same tab.",
    "Set Groups claim type to Filter, the name to groups, and the filter to Matches regex with the value .*",
    "Save, go back to the list of applications, choose More > Refresh Application Data, and sign in again.",
  ],
  source: okta.groupsClaim,
};

function claimOnCustomServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "claim_on_custom_server",
    title: "The claim may be on a custom authorization server",
    observed: "The org authorization server was asked.",
    expected: "A claim of a custom authorization server comes only from that server.",
    whoActs: "you",
    steps: ["Ask the custom authorization server that has the claim."],
    change: {
      label: "Send to the server default",
      kind: "ask_again",
      request: {
        server: { kind: "custom", id: "default" },
        // A custom server need not know it.
        scopes: scopes.filter((scope) => scope !== "groups"),
      },
    },
    source: okta.authorizationServers,
  };
}
