import type { Change } from "./reason.ts";

/** The scopes, with those that the org server requires for groups. */
export function withGroups(scopes: readonly string[]): readonly string[] {
  return [...new Set(["openid", ...scopes, "groups"])];
}

/** The request that an org server returns groups for: an ID token alone, which is fat. */
export function buildFatRequest(scopes: readonly string[]) {
  return { responseType: "id_token", scopes: withGroups(scopes) } as const;
}

export function requestFatIdToken(scopes: readonly string[]): Change {
  return {
    label: scopes.includes("groups")
      ? "Request the ID token only"
      : "Request the ID token only, with groups",
    kind: "send_request",
    request: buildFatRequest(scopes),
  };
}
