/** The scopes, with those that groups take at an org authorization server. */
export function withGroups(scopes: readonly string[]): readonly string[] {
  return [...new Set(["openid", ...scopes, "groups"])];
}

/** What to ask an org authorization server for, so that groups come: an ID token alone, which is fat. */
export function askForFatIdToken(scopes: readonly string[]) {
  return { responseType: "id_token", scopes: withGroups(scopes) } as const;
}
