import { usesCode } from "../../oidc/authorization-request.ts";
import { changeAndSend, requestFatIdToken, withGroups } from "../groups-request.ts";
import { neverInOrgAccessToken, withoutGroupsScope } from "../no-groups-clauses.ts";
import { okta } from "../sources.ts";
import { cause, type Evidence, type Finding, noGroups } from "./cause.ts";
import { explainOdd } from "./response-causes.ts";

const thinClause = "the ID token is thin";

function isOrgWithoutGroups({ run, places }: Evidence): boolean {
  const { state } = places["ID token"];
  return run.server.kind === "org" && (state === "absent" || state === "not_requested");
}

/** UserInfo can have groups for this request but had none, so another request would not return groups either. */
function isNotTheRequest({ run, found, hasGroupsScope }: Evidence): boolean {
  return found.length === 0 && hasGroupsScope && run.userInfoClaims !== undefined;
}

const orgAccessToken = cause("org_access_token", okta.groupsClaim, (evidence) => {
  const { run, hasIdToken, hasAccessToken } = evidence;
  if (!isOrgWithoutGroups(evidence) || hasIdToken || !hasAccessToken) return undefined;
  if (isNotTheRequest(evidence) || explainOdd(run)) return undefined;
  return {
    ...noGroups(neverInOrgAccessToken),
    observed: usesCode(run.responseType)
      ? "Without the openid scope, the code was exchanged only for an access token."
      : "You requested only an access token from the org server.",
    expected: "Its access tokens are only for Okta. Its ID tokens can carry groups.",
    whoActs: "you",
    steps: [
      "Request the ID token.",
      "If an API needs groups in the access token, use a custom authorization server with a groups claim.",
    ],
    change: requestFatIdToken(run.scopes),
  };
});

const scopeNotRequested = cause("scope_not_requested", okta.groupsClaim, (evidence) => {
  const { run, hasGroupsScope } = evidence;
  if (!isOrgWithoutGroups(evidence) || hasGroupsScope) return undefined;
  if (isThinWithoutScope(evidence)) return undefined;
  const name = run.setUp?.app?.groupsClaim?.name || "groups";
  return {
    ...noGroups(withoutGroupsScope),
    observed:
      run.scopes.length > 0 ? `You requested ${run.scopes.join(" ")}.` : "You requested no scope.",
    expected:
      name === "groups"
        ? "The org server returns groups only if you request the groups scope."
        : `Okta’s examples request it. Its pages don’t say whether a claim with another name, such as ${name}, needs it.`,
    whoActs: "you",
    steps: ["Add groups to the scopes."],
    change: changeAndSend("Add the groups scope", { scopes: withGroups(run.scopes) }),
  };
});

/** Both changes are needed, so `thin_id_token` names both. With the set-up, `planFixes` combines changes. */
function isThinWithoutScope({ run, weight, hasGroupsScope }: Evidence): boolean {
  return !run.setUp && weight === "thin" && !hasGroupsScope;
}

function describeThinWithoutScope({ scopes }: Evidence["run"]): Finding {
  return {
    ...noGroups(thinClause, withoutGroupsScope),
    observed: `You requested ${scopes.join(" ")}, and an access token, too.`,
    expected:
      "The org server returns groups only with the groups scope, and leaves them out of a thin ID token.",
    whoActs: "you",
    steps: [
      "Request the ID token only, with the groups scope.",
      "Or keep both tokens, add the groups scope, and call UserInfo for the groups.",
    ],
    change: requestFatIdToken(scopes),
  };
}

const thinIdToken = cause("thin_id_token", okta.tokensAndScopes, (evidence) => {
  const { run, weight } = evidence;
  if (!isOrgWithoutGroups(evidence) || weight !== "thin") return undefined;
  if (isNotTheRequest(evidence)) return undefined;
  if (isThinWithoutScope(evidence)) return describeThinWithoutScope(run);
  return {
    ...noGroups(thinClause),
    observed: usesCode(run.responseType)
      ? "The code was also exchanged for an access token, and this org then leaves groups out of the ID token."
      : "You also requested an access token, so the org server left groups out of the ID token.",
    expected: "If you request the ID token alone, it is fat and can carry groups.",
    whoActs: "you",
    steps: [
      "Request the ID token only.",
      ...(evidence.userInfoWould === false
        ? []
        : ["Or keep both tokens, and call UserInfo for the groups."]),
      ...listCodeFlowSteps(run),
    ],
    change: requestFatIdToken(run.scopes),
  };
});

/** Lists how to get a fat ID token for a code if the demo org is set to a thin one. */
function listCodeFlowSteps({ server, responseType, setUp }: Evidence["run"]): readonly string[] {
  const isThin =
    server.kind === "org" && usesCode(responseType) && setUp?.codeFlowIdToken === "thin";
  return isThin
    ? ["Or set this demo org’s ID token of the code flow to fat: Demo org > Export, import, reset."]
    : [];
}

export const callUserInfo = cause("call_userinfo", okta.tokensAndScopes, (evidence) => {
  if (!canUserInfoHelp(evidence)) return undefined;
  const { run, userInfoWould } = evidence;
  const title = userInfoWould ? "UserInfo has the groups" : "UserInfo may have the groups";
  const isRepeated = run.hasUserInfoFailed;
  const label = isRepeated ? "Call UserInfo again" : "Call UserInfo";
  return {
    title: isRepeated ? `${title}, but the call failed` : title,
    observed: isRepeated
      ? "This page called UserInfo, but got no claims about this user."
      : "You have an access token to call UserInfo with.",
    expected:
      run.server.kind === "org"
        ? "UserInfo returns all claims of the requested scopes, even if the ID token is thin."
        : "UserInfo returns ID token claims, even if they are not set to Always.",
    certainty: userInfoWould ? "certain" : "possible",
    whoActs: "you",
    steps: [
      ...(isRepeated ? ["Read under UserInfo why the call failed."] : []),
      `${label}.`,
      ...listCodeFlowSteps(run),
    ],
    change: { label, kind: "call_userinfo" },
  };
});

function canUserInfoHelp(evidence: Evidence): boolean {
  const { run, scopes, found, hasAccessToken, hasIdToken, hasGroupsScope, places, weight } =
    evidence;
  const isCallable = hasAccessToken && !run.userInfoClaims && scopes.includes("openid");
  if (!isCallable || evidence.userInfoWould === false) return false;
  const isUnreadable = places["ID token"].state === "unreadable";
  if (run.server.kind === "org") {
    if (found.length > 0 || !hasGroupsScope) return false;
    return isUnreadable || !hasIdToken || weight === "thin" || weight === "unknown";
  }
  return hasIdToken && found.length === 0 && !isUnreadable;
}

export const requestCauses = [orgAccessToken, scopeNotRequested, thinIdToken] as const;
