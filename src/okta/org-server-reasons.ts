import { usesCode } from "../oidc/authorization-request.ts";
import { describeUserInfoCall } from "./call-userinfo-reason.ts";
import { judgeIdToken } from "./fat-and-thin.ts";
import { requestFatIdToken, withGroups } from "./groups-request.ts";
import { describeNoMatchingGroup, findEmptyGroupsClaim } from "./no-matching-group.ts";
import type { FoundGroups, Reason, RunToDiagnose } from "./reason.ts";
import { requestsAccessToken, requestsIdToken } from "./request-to-predict.ts";
import { okta } from "./sources.ts";
import { describeUnreadableToken } from "./unreadable-token.ts";

/**
 * Why the org server's tokens have no groups: the request first, which is known, then the app's settings, which can't
 * be seen from here.
 */
export function listOrgServerReasons(
  run: RunToDiagnose,
  found: readonly FoundGroups[],
): readonly Reason[] {
  if (found.some(({ where }) => where === "ID token")) return [];
  const { scopes, userInfoClaims } = run;
  const hasScope = scopes.includes("groups");
  const hasIdToken = requestsIdToken(run);
  if (hasIdToken && !run.idTokenClaims) {
    return [describeUnreadableToken("ID token"), ...listUserInfoCall(run)];
  }
  const weight = hasIdToken ? judgeWeight(run, found) : undefined;
  const isThin = weight === "thin";
  const canHaveGroups = (hasIdToken && !isThin) || userInfoClaims !== undefined;
  if (found.length === 0 && hasScope && canHaveGroups) {
    const place = hasIdToken && !isThin ? "the ID token" : "UserInfo";
    return [...listSettings(run, place), ...(weight === "unknown" ? listUserInfoCall(run) : [])];
  }
  if (!hasIdToken) {
    const other = hasScope ? listUserInfoCall(run) : [scopeNotRequested(run)];
    return [orgAccessToken(run), ...other];
  }
  const cause = isThin ? [thinIdToken(run)] : [];
  return hasScope ? [...cause, ...listUserInfoCall(run)] : [scopeNotRequested(run), ...cause];
}

/** For a code, the org server's ID token is fat today, and was thin in older orgs: its claims tell, or UserInfo. */
function judgeWeight(
  { responseType, idTokenClaims = {} }: RunToDiagnose,
  found: readonly FoundGroups[],
): "fat" | "thin" | "unknown" {
  if (!usesCode(responseType)) return responseType === "id_token token" ? "thin" : "fat";
  if (found.some(({ where }) => where === "UserInfo")) return "thin";
  return judgeIdToken({ claims: idTokenClaims, returned: "for_code" }).kind;
}

function listUserInfoCall(run: RunToDiagnose) {
  const { scopes, userInfoClaims } = run;
  const canHelp =
    requestsAccessToken(run) &&
    !userInfoClaims &&
    scopes.includes("groups") &&
    scopes.includes("openid");
  return canHelp
    ? [
        describeUserInfoCall(
          run,
          "It returns all claims of the requested scopes, even if the ID token is thin.",
        ),
      ]
    : [];
}

function listSettings(run: RunToDiagnose, place: "the ID token" | "UserInfo"): readonly Reason[] {
  const emptyClaim = findEmptyGroupsClaim(run);
  if (emptyClaim !== undefined) return [describeNoMatchingGroup(emptyClaim)];
  return [noGroupsClaimOnApp(place), describeNoMatchingGroup(undefined), claimOnCustomServer(run)];
}

function scopeNotRequested({ scopes }: RunToDiagnose): Reason {
  return {
    id: "scope_not_requested",
    title: "No groups: you didn’t request the groups scope",
    observed: scopes.length > 0 ? `You requested ${scopes.join(" ")}.` : "You requested no scope.",
    expected: "The org server returns groups only if you request the groups scope.",
    certainty: "certain",
    whoActs: "you",
    steps: ["Add groups to the scopes."],
    change: {
      label: "Add the groups scope and send",
      kind: "send_request",
      request: { scopes: withGroups(scopes) },
    },
    source: okta.groupsClaim,
  };
}

function thinIdToken({ responseType, scopes }: RunToDiagnose): Reason {
  return {
    id: "thin_id_token",
    title: "No groups: the ID token is thin",
    observed: usesCode(responseType)
      ? "The code was exchanged for an access token, too, and this org leaves groups out of the ID token then."
      : "You also requested an access token, so the org server left groups out of the ID token.",
    expected: "Requested alone, the ID token is fat and can carry groups.",
    certainty: "certain",
    whoActs: "you",
    steps: ["Request the ID token only.", "Or keep both tokens, and call UserInfo for the groups."],
    change: requestFatIdToken(scopes),
    source: okta.tokensAndScopes,
  };
}

function orgAccessToken({ responseType, scopes }: RunToDiagnose): Reason {
  return {
    id: "org_access_token",
    title: "No groups: org access tokens never carry them",
    observed: usesCode(responseType)
      ? "Without the openid scope, the code was exchanged for an access token alone."
      : "You requested only an access token from the org server.",
    expected: "Its access tokens are for Okta alone. Its ID tokens can carry groups.",
    certainty: "certain",
    whoActs: "you",
    steps: [
      "Request the ID token.",
      "If an API needs groups in the access token, use a custom authorization server with a groups claim.",
    ],
    change: requestFatIdToken(scopes),
    source: okta.groupsClaim,
  };
}

function noGroupsClaimOnApp(place: "the ID token" | "UserInfo"): Reason {
  return {
    id: "no_groups_claim_on_app",
    title: "No groups: the app may have no groups claim",
    observed: `You requested the groups scope, but ${place} has no groups.`,
    expected: "The app needs a groups claim, such as the filter Matches regex with .*",
    certainty: "possible",
    whoActs: "okta-admin",
    steps: [
      "Open Applications and Resources > Applications > the app > Sign On > OpenID Connect ID Token > Edit. If that section is missing, choose Show legacy configuration in the Claims section.",
      "Set the group claim type to Filter, the name to groups, and the filter to Matches regex with .*",
      "Save. In the list of applications, choose More > Refresh Application Data. Sign in again.",
    ],
    source: okta.groupsClaim,
  };
}

function claimOnCustomServer({ scopes }: RunToDiagnose): Reason {
  return {
    id: "claim_on_custom_server",
    title: "The claim may be on a custom authorization server",
    observed: "You sent the request to the org server.",
    expected: "A custom server’s claims are only in that server’s tokens.",
    certainty: "possible",
    whoActs: "you",
    steps: ["Send the request to the custom server that has the claim."],
    change: {
      label: "Send to the custom server default",
      kind: "send_request",
      request: {
        server: { kind: "custom", id: "default" },
        // A new custom server refuses this scope.
        scopes: scopes.filter((scope) => scope !== "groups"),
      },
    },
    source: okta.authorizationServers,
  };
}
