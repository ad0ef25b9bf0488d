/** Every org has one org server. Custom servers need API Access Management; `default` is one of them. */
export type AuthorizationServer = { kind: "org" } | { kind: "custom"; id: string };

type AuthorizationServerIdReading =
  | { kind: "ok"; id: string }
  | { kind: "empty" }
  | { kind: "problem"; problem: string };

/** Returns the `iss` of the server's tokens. @param orgUrl Without a trailing slash. @see Okta: Authorization servers */
export function issuerOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? orgUrl : baseUrlOf(orgUrl, server);
}

export function authorizationEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/authorize`;
}

export function tokenEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/token`;
}

export function userInfoEndpointOf(orgUrl: string, server: AuthorizationServer): string {
  return `${baseUrlOf(orgUrl, server)}/v1/userinfo`;
}

function baseUrlOf(orgUrl: string, server: AuthorizationServer): string {
  return server.kind === "org" ? `${orgUrl}/oauth2` : `${orgUrl}/oauth2/${server.id}`;
}

/** Parses a typed server ID. Also allows hyphens and underscores, which can't change a URL's path. */
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
