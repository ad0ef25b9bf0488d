import { type Parameter, type ResponseType, responseTypes } from "../oidc/authorization-request.ts";
import { parseScopes } from "../oidc/scope.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { parseOktaDomain } from "./okta-domain.ts";

/** A reserved host (RFC 2606 §2) for a path without a host, such as in a log. */
export const unknownOrg = "https://org.invalid";

export type AuthorizeUrl = {
  /** `undefined` if the address can’t be an Okta org’s, or has no host. */
  orgUrl: string | undefined;
  hasHost: boolean;
  /** A placeholder in the place of the host, such as `{yourOktaDomain}`. Then `hasHost` is false. */
  hostPlaceholder: string | undefined;
  /** Whether the path is that of Okta's authorize endpoints, on any host. */
  hasOktaPath: boolean;
  server: AuthorizationServer;
  parameters: readonly Parameter[];
  clientId: string;
  responseType: ResponseType | undefined;
  scopes: readonly string[];
  redirectUri: string | undefined;
  /** Whether the host is the Admin Console’s, such as `dev-123-admin.okta.com`. */
  isAdminHost: boolean;
};

/** Accepts `{clientId}` and `${yourOktaDomain}` of Okta's guides, and `<client id>` and `{{clientId}}` of other pages. */
export function isPlaceholder(text: string): boolean {
  return /^\$?\{+[\w .:()-]+\}+$|^<[\w .:-]+>$/.test(text.trim());
}

const placeholderHost = /^https?:\/\/(?<host>[^/?#]*(?:[{<]|%7B|%3C)[^/?#]*)(?<rest>.*)$/is;

/** Removes a host's placeholder before the URL is parsed, because browsers parse hosts with braces differently. */
export function takeHostPlaceholder(text: string): {
  url: URL | null;
  hostPlaceholder: string | undefined;
} {
  const { host, rest = "" } = placeholderHost.exec(text)?.groups ?? {};
  return host === undefined
    ? { url: URL.parse(text), hostPlaceholder: undefined }
    : { url: URL.parse(unknownOrg + rest), hostPlaceholder: decodeBraces(host) };
}

function decodeBraces(text: string): string {
  return text.replace(/%7B|%7D|%3C|%3E|%20/gi, decodeURIComponent);
}

/** @returns `undefined` if the URL is not an authorization request: for example, it has no client ID and no response type. */
export function parseAuthorizeUrl(url: URL, hostPlaceholder?: string): AuthorizeUrl | undefined {
  const { searchParams } = url;
  const isAuthorize = /(?<!\/device)\/authorize\/?$/.test(url.pathname);
  const hasRequest = searchParams.has("client_id") || searchParams.has("response_type");
  if (!hasRequest || !(isAuthorize || searchParams.has("redirect_uri"))) return undefined;
  // Other products use other paths: /authorize, /oauth2/v2.0/authorize, /oauth2/authorize.
  const oktaPath = /\/oauth2\/(?:(?<id>[^/]+)\/)?v1\/authorize\/?$/.exec(url.pathname);
  const domain = parseOktaDomain(url.origin + url.pathname);
  // A part before the @ can disguise the real host.
  const isDisguised = url.username !== "" || url.password !== "";
  const org = oktaPath && !isDisguised && domain.kind === "org" ? domain : undefined;
  const pathId = decodeBraces(oktaPath?.groups?.id ?? "");
  const serverId = isPlaceholder(pathId) ? pathId : org?.authorizationServerId;
  // The order of the words does not matter: OAuth 2.0 Multiple Response Types §3.
  const words = (searchParams.get("response_type") ?? "").split(/\s+/).sort().join(" ");
  const hasHost = url.origin !== unknownOrg;
  return {
    orgUrl: hasHost ? org?.orgUrl : undefined,
    hasHost,
    hostPlaceholder,
    hasOktaPath: oktaPath !== null,
    server: serverId === undefined ? { kind: "org" } : { kind: "custom", id: serverId },
    parameters: [...searchParams].map(([name, value]) => ({ name, value })),
    clientId: searchParams.get("client_id") ?? "",
    responseType: responseTypes.find((it) => it.split(" ").sort().join(" ") === words),
    scopes: parseScopes(searchParams.get("scope") ?? ""),
    redirectUri: searchParams.get("redirect_uri") ?? undefined,
    isAdminHost: /-admin\.okta(?:preview|-emea|-gov)?\.com$/.test(url.hostname),
  };
}
