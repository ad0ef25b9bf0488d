import { askForFatIdToken, withGroups } from "./groups-request.ts";
import { describeNoMatchingGroup } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { okta } from "./sources.ts";
import { describeUserInfoNotAsked } from "./userinfo-not-asked.ts";

/** Why the org server returned no groups: first what the request shows, then the app's settings. */
export function listOrgServerReasons(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): readonly Reason[] {
  if (found.some(({ where }) => where === "ID token")) return [];
  const { responseType, scopes, userInfoClaims } = run;
  const isAsked = scopes.includes("groups");
  const canStillAskUserInfo =
    responseType !== "id_token" && !userInfoClaims && isAsked && scopes.includes("openid");
  // UserInfo has the claims of a fat ID token. If it has no groups either, a thin token is not the cause.
  const isSettingsQuestion =
    isAsked && (responseType === "id_token" || userInfoClaims !== undefined) && found.length === 0;

  return [
    ...(isAsked ? [] : [scopeNotAsked(run)]),
    ...(responseType === "id_token token" && !isSettingsQuestion ? [thinIdToken(run)] : []),
    ...(responseType === "token" ? [orgAccessToken(run)] : []),
    ...(canStillAskUserInfo
      ? [
          describeUserInfoNotAsked(
            "UserInfo returns every claim that the scopes allow, groups included.",
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
    title: "No groups: you didn’t request the groups scope",
    observed: `You requested ${scopes.join(" ") || "no scope"}.`,
    expected: "The org server returns groups only if you request the groups scope.",
    whoActs: "you",
    steps: ["Add groups to the scopes."],
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
    title: "No groups: the ID token is thin",
    observed:
      "You also requested an access token, so the org server left groups out of the ID token.",
    expected: "An ID token requested alone is fat and carries them. UserInfo has them, too.",
    whoActs: "you",
    steps: [
      "Request the ID token alone.",
      "Or request both tokens, and call UserInfo for the groups.",
    ],
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
    title: "No groups: org access tokens never carry them",
    observed: "You requested only an access token from the org server.",
    expected: "Its access tokens are for Okta alone. Its ID tokens can carry groups.",
    whoActs: "you",
    steps: [
      "Request the ID token.",
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
  title: "No groups: the app may have no groups claim",
  observed: "The request was right, but returned no groups.",
  expected: "The app needs a groups claim, such as Matches regex with .*",
  whoActs: "okta-admin",
  steps: [
    "Open Applications and Resources > Applications > the app > Sign On > OpenID Connect ID Token > Edit. If that box is missing, look for the Claims section on the same tab.",
    "Set Groups claim type to Filter, the name to groups, and the filter to Matches regex with .*",
    "Save. In the list of applications, choose More > Refresh Application Data. Sign in again.",
  ],
  source: okta.groupsClaim,
};

function claimOnCustomServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "claim_on_custom_server",
    title: "The claim may be on a custom authorization server",
    observed: "You sent the request to the org server.",
    expected: "A custom server’s claims are only in that server’s tokens.",
    whoActs: "you",
    steps: ["Send the request to the custom server that has the claim."],
    change: {
      label: "Send to the default server",
      kind: "ask_again",
      request: {
        server: { kind: "custom", id: "default" },
        // A fresh custom server has no such scope.
        scopes: scopes.filter((scope) => scope !== "groups"),
      },
    },
    source: okta.authorizationServers,
  };
}
