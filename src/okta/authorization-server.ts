/** Okta has two kinds: the org's own one, and those that an admin adds. The one called `default` is of the second kind. */
export type AuthorizationServer = { kind: "org" } | { kind: "custom"; id: string };

export type AuthorizationServerIdReading =
  | { kind: "ok"; id: string }
  | { kind: "empty" }
  /** A sentence to show at the field. */
  | { kind: "problem"; problem: string };

/**
 * The issuer, as `iss` has it. Only a custom server's has a path.
 *
 * @param orgUrl Without a slash at its end, as `parseOktaDomain` gives it.
 * @see Okta: Authorization servers
 */
export function issuerOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? orgUrl : baseUrlOf(orgUrl, server);
}

/** Where a request goes: a URL without a query. @see Okta: Authorization servers */
export function authorizationEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/authorize`;
}

/** Where an access token is shown for the claims that its scopes allow. @see Okta: Authorization servers */
export function userInfoEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/userinfo`;
}

function baseUrlOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? `${orgUrl}/oauth2` : `${orgUrl}/oauth2/${server.id}`;
}

/**
 * Reads the ID of a custom authorization server as a person types it.
 *
 * Okta makes IDs of letters and digits (`aus…`) and calls the first one `default`. Hyphen and underscore are
 * let through as harmless; anything that could lead a URL elsewhere is not.
 */
export function parseAuthorizationServerId(text: string): AuthorizationServerIdReading {
  const id = text.trim();
  if (id === "") return { kind: "empty" };
  if (/^v\d+$/.test(id)) {
    return {
      kind: "problem",
      problem: `“${id}” is part of every Okta endpoint’s path, not a server ID.`,
    };
  }
  if (!/^[\w-]{1,100}$/.test(id)) {
    return {
      kind: "problem",
      problem:
        "A server ID holds only letters, digits, hyphens and underscores, like default or aus1abc….",
    };
  }
  return { kind: "ok", id };
}
