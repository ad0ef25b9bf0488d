/** Every org has one org server. Custom servers need API Access Management; `default` is one of them. */
export type AuthorizationServer = { kind: "org" } | { kind: "custom"; id: string };

type AuthorizationServerIdReading =
  | { kind: "ok"; id: string }
  | { kind: "empty" }
  /** A sentence for the field. */
  | { kind: "problem"; problem: string };

/**
 * The server's issuer: its tokens' `iss`. The org server's has no path.
 *
 * @param orgUrl As `parseOktaDomain` returns it, without a trailing slash.
 * @see Okta: Authorization servers
 */
export function issuerOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? orgUrl : baseUrlOf(orgUrl, server);
}

/** The authorize endpoint, without a query. @see Okta: Authorization servers */
export function authorizationEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/authorize`;
}

/** The token endpoint. @see Okta: Authorization servers */
export function tokenEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/token`;
}

/** The UserInfo endpoint. @see Okta: Authorization servers */
export function userInfoEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/userinfo`;
}

function baseUrlOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? `${orgUrl}/oauth2` : `${orgUrl}/oauth2/${server.id}`;
}

/**
 * Parses the ID of a custom authorization server as a user types it.
 *
 * Okta's IDs are letters and digits (`aus…`), or `default`. Hyphens and underscores are allowed, too: they can't change
 * a URL's path.
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
