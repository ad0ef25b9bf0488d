/** Every org has one org server. Custom servers are added by an admin; `default` is one of them. */
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
 * Parses the ID of a custom authorization server as a user types it.
 *
 * Okta's IDs are letters and digits (`aus…`), or `default`. Hyphens and underscores are harmless in a URL's path;
 * anything else is refused.
 */
export function parseAuthorizationServerId(text: string): AuthorizationServerIdReading {
  const id = text.trim();
  if (id === "") return { kind: "empty" };
  if (/^v\d+$/.test(id)) {
    return {
      kind: "problem",
      problem: `“${id}” is part of every endpoint’s path, not a server ID.`,
    };
  }
  if (!/^[\w-]{1,100}$/.test(id)) {
    return {
      kind: "problem",
      problem:
        "A server ID contains only letters, digits, hyphens and underscores, such as default or aus1abc…",
    };
  }
  return { kind: "ok", id };
}
