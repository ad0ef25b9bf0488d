import { type ResponseType, usesCode } from "../oidc/authorization-request.ts";
import type { Evidence, Finding } from "./causes/cause.ts";
import type { Change, FoundCause, RunToDiagnose } from "./found-cause.ts";
import { explainError } from "./glossary/errors.ts";
import { changeAndSend, sendRequest, sendScopes, withGroups } from "./groups-request.ts";
import { addOpenId, removeScopes, type ScopeChange } from "./scope-change.ts";
import { okta } from "./sources.ts";
import { freshCustomServerScopes, isCustomScope } from "./standard-scopes.ts";

/** Explains Okta's error, and adds a change of the request that avoids the error, if there is one. */
export function explainRefusal(
  run: RunToDiagnose,
  { error, description, status }: NonNullable<RunToDiagnose["refusal"]>,
): FoundCause {
  const {
    title,
    meaning,
    whoActs,
    steps,
    source = okta.authorize,
  } = explainError(error, description, status);
  const change = findRefusalChange(run, description);
  return {
    id: "refused",
    title,
    observed: quoteError(error, description),
    expected: meaning,
    certainty: "certain",
    whoActs,
    steps,
    ...(change && { change }),
    source,
  };
}

export function quoteError(error: string, description: string | undefined): string {
  return description === undefined
    ? `Okta returned “${error}”, without a description.`
    : `Okta returned “${error}”: “${description}”`;
}

/** Explains Okta's error if its description matches. */
export function explainIf({ run }: Evidence, pattern: RegExp): Finding | undefined {
  const { refusal } = run;
  if (!refusal || !pattern.test(`${refusal.error} ${refusal.description ?? ""}`)) return undefined;
  const { id: _, ...explained } = explainRefusal(run, refusal);
  return explained;
}

/** Finds a change to the request that avoids the refusal, if Okta's `error_description` suggests one. */
function findRefusalChange(
  run: RunToDiagnose,
  description: string | undefined = "",
): Change | undefined {
  const { server, scopes } = run;
  if (/require the 'openid' scope|default scopes/.test(description))
    return sendWith(addOpenId(scopes));
  if (/^Custom scopes are not allowed/.test(description)) {
    return correctGroups(scopes) ?? sendWith(removeScopes(scopes, isCustomScope));
  }
  if (/not configured for the authorization server/.test(description)) {
    return sendWith(removeScopes(scopes, (scope) => !freshCustomServerScopes.has(scope)));
  }
  const denied = /scopes were denied by the policy\. Denied scopes: \[(?<list>[^\]]*)\]/.exec(
    description,
  );
  if (denied) {
    const names = splitList(denied.groups?.list);
    return sendWith(removeScopes(scopes, (scope) => names.includes(scope)));
  }
  const allowed = /Configured response types: \[(?<list>[^\]]*)\]/.exec(description);
  if (allowed) return requestAllowedToken(run, splitList(allowed.groups?.list));
  const grants = /Configured grant types: \[(?<list>[^\]]*)\]/.exec(description);
  if (grants) return requestAllowedFlow(run, splitList(grants.groups?.list));
  if (server.kind === "custom" && /cannot use a custom authorization server/.test(description)) {
    return sendRequest("Send to the org server", { server: { kind: "org" } });
  }
  return undefined;
}

/** Corrects a misspelled `groups`. Scopes are case-sensitive, and the org server's scope is plural. */
function correctGroups(scopes: readonly string[]): Change | undefined {
  const meant = scopes.find((scope) => /^groups?$/i.test(scope) && scope !== "groups");
  if (meant === undefined || scopes.includes("groups")) return undefined;
  const others = scopes.filter((scope) => !isCustomScope(scope));
  return changeAndSend(`Replace ${meant} with groups`, { scopes: withGroups(others) });
}

function sendWith(change: ScopeChange | undefined): Change | undefined {
  return change && sendScopes(change);
}

const tokenRequests: readonly (readonly [name: ResponseType, label: string])[] = [
  ["id_token", "Request the ID token only"],
  ["code", "Use Code + PKCE"],
  ["token", "Request the access token only"],
];

function requestAllowedToken(
  { responseType }: RunToDiagnose,
  allowed: readonly string[],
): Change | undefined {
  const [name, label] =
    tokenRequests.find(([name]) => name !== responseType && allowed.includes(name)) ?? [];
  return name && label ? sendRequest(label, { responseType: name }) : undefined;
}

/** Suggests a flow that needs only one grant type, because a hybrid flow needs both. */
function requestAllowedFlow(
  { responseType }: RunToDiagnose,
  grantTypes: readonly string[],
): Change | undefined {
  const canUseCode = grantTypes.includes("authorization_code");
  if (canUseCode && responseType !== "code") {
    return sendRequest("Use Code + PKCE", { responseType: "code" });
  }
  return grantTypes.includes("implicit") && !canUseCode && usesCode(responseType)
    ? sendRequest("Request the ID token only", { responseType: "id_token" })
    : undefined;
}

function splitList(list = ""): readonly string[] {
  return list.split(/[\s,]+/).filter((name) => name !== "");
}
