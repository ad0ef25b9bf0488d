import type { Change, ChangedRequest } from "./reason.ts";

export function sendRequest(label: string, request: ChangedRequest): Change {
  return { label, kind: "send_request", request };
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
