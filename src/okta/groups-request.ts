import type { Change, ChangedRequest } from "./found-cause.ts";
import type { ScopeChange } from "./scope-change.ts";

/** Builds a change whose label already says that a request is sent, such as “Request the ID token only”. */
export function sendRequest(label: string, request: ChangedRequest): Change {
  return { label, kind: "send_request", action: label, request };
}

/** Builds a change whose action, such as “Add openid”, doesn't say that the request is then sent. */
export function changeAndSend(action: string, request: ChangedRequest): Change {
  return { label: `${action} and send`, kind: "send_request", action, request };
}

export function sendScopes({ label, scopes }: ScopeChange): Change {
  return changeAndSend(label, { scopes });
}

/** Combines two changes of the request. The second one ends the label. */
export function mergeRequests(first: Change, second: Change): Change {
  if (first.kind !== "send_request" || second.kind !== "send_request") return first;
  const join = (text: string) => `${first.action}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  return {
    label: join(second.label),
    kind: "send_request",
    action: join(second.action),
    request: { ...first.request, ...second.request },
  };
}

/** A request without a limit of groups. The other flows return at most 100. */
export const useCode = sendRequest("Use Code + PKCE", { responseType: "code" });

/** Adds the scopes that the org server requires for groups. */
export function withGroups(scopes: readonly string[]): readonly string[] {
  return [...new Set(["openid", ...scopes, "groups"])];
}

/** Builds a request for an ID token alone, which is fat, so that the org server returns groups. */
export function buildFatRequest(scopes: readonly string[]) {
  return { responseType: "id_token", scopes: withGroups(scopes) } as const;
}

export function requestFatIdToken(scopes: readonly string[]): Change {
  const more = scopes.includes("groups") ? "" : ", with groups";
  return sendRequest(`Request the ID token only${more}`, buildFatRequest(scopes));
}
