import leven from "leven";
import { parseAuthorizationServerId } from "./authorization-server.ts";

type ParsedDomain =
  | {
      kind: "org";
      /** Scheme, host and port, without a trailing slash. Includes a path if the org is not at its host's root. */
      orgUrl: string;
      host: string;
      /** `custom`: not under one of Okta's domains, so anyone may own the host. `local`: this computer. */
      hostKind: "okta" | "custom" | "local";
      authorizationServerId?: string;
      /** Sentences for the field that describe changes to the typed address. */
      notes: readonly string[];
    }
  | { kind: "empty" }
  | { kind: "not_an_org"; problem: string };

const hostAtOkta = /^(.+?)(-admin)?\.(okta(?:preview|-emea|-gov)?\.com|okta\.mil)$/;

/** Long enough for a whole request URL, because users also paste these. */
const longestText = 4_000;

const endpointPath = /\/oauth2(?:\/(?<segment>[^/]+))?(?:\/.*)?$/;
const metadataPath = /\/\.well-known(?:\/.*)?$/;
/** `default`, or an ID that Okta generated. */
const bareServerId = /^\/(?:default|aus\w{17})$/;
const pagePath = /^\/(?:admin|api|app|home|login|signin|enduser)(?:\/.*)?$/;

/**
 * Parses a typed or pasted Okta domain, issuer or URL.
 *
 * @returns An `https` URL, or `http` for this computer only (W3C Secure Contexts §3.1).
 * @see Okta: Find your Okta domain
 */
export function parseOktaDomain(text: string): ParsedDomain {
  if (text.length > longestText) {
    return { kind: "not_an_org", problem: "This is too long for a domain." };
  }
  const typed = text.trim().replace(/^[<"'“]+|[>"'”,;]+$/g, "");
  if (typed === "") return { kind: "empty" };
  const url = parseUrl(typed);
  if (typeof url === "string") return { kind: "not_an_org", problem: url };

  const problem = findProblem(url, typed);
  if (problem !== undefined) return { kind: "not_an_org", problem };

  const notes: string[] = [];
  if (!isLoopback(url.hostname) && url.protocol === "http:") {
    url.protocol = "https:";
    notes.push("Okta uses https, so http was replaced.");
  }
  const isAtOkta = hostAtOkta.test(url.hostname);
  const plainHost = url.hostname.replace(hostAtOkta, "$1.$3");
  if (plainHost !== url.hostname) {
    url.hostname = plainHost;
    notes.push(`This is the Admin Console’s address. Users sign in at ${plainHost}.`);
  }

  const similar = isAtOkta ? undefined : findSimilarDomain(url.hostname);
  if (similar !== undefined) notes.push(`Did you mean ${similar}?`);

  let path = trimPath(url.pathname);
  // The user typed an issuer without /oauth2, such as https://dev-123.okta.com/default.
  if (bareServerId.test(path) && !isLoopback(url.hostname)) {
    path = `/oauth2${path}`;
    notes.push(`The issuer is ${url.origin}${path}, with /oauth2.`);
  }
  const { orgPath: pathBefore, authorizationServerId } = parsePath(path);
  const orgPath = isAtOkta ? "" : pathBefore;
  if (authorizationServerId !== undefined) {
    notes.push(
      `The URL names the authorization server ${authorizationServerId}, so it was selected.`,
    );
  } else if (orgPath !== path || url.search !== "" || url.hash !== "") {
    notes.push("Only the org’s address is used, not the rest of the URL.");
  }
  return {
    kind: "org",
    orgUrl: url.origin + orgPath,
    host: url.host,
    hostKind: isLoopback(url.hostname) ? "local" : isAtOkta ? "okta" : "custom",
    ...(authorizationServerId !== undefined && { authorizationServerId }),
    notes,
  };
}

/** @returns The URL, or a sentence that says what is wrong. */
function parseUrl(typed: string): URL | string {
  if (/\s/.test(typed)) {
    return "A domain contains no spaces. Enter only the domain, such as dev-123.okta.com.";
  }
  if (/\{.*\}/.test(typed)) return "Replace the placeholder with your own domain.";
  // The URL parser parses `localhost:8080` as a URL with the scheme `localhost`.
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "https" && scheme !== "http") {
    return `Okta uses https, not ${scheme}.`;
  }
  const assumedScheme = isLoopback(hostOf(typed)) ? "http" : "https";
  try {
    return new URL(scheme === undefined ? `${assumedScheme}://${typed}` : typed);
  } catch {
    return "This is not a domain. Enter one such as dev-123.okta.com.";
  }
}

function findProblem(url: URL, typed: string): string | undefined {
  if (url.username !== "" || url.password !== "" || hasUserInfo(typed)) {
    return "Remove the part before the @: it can disguise the real domain. Enter only the domain, such as dev-123.okta.com.";
  }
  if (url.hostname === "" || isLoopback(url.hostname)) return undefined;
  if (url.hostname.endsWith(".")) return "Remove the period at the end.";
  if (!url.hostname.includes(".")) {
    return `“${url.hostname}” is not a complete domain. Did you mean ${url.hostname}.okta.com?`;
  }
  if (/^[\d.]+$|^\[/.test(url.hostname)) {
    return "An Okta domain is a name, not an IP address. Enter one such as dev-123.okta.com.";
  }
  const [wrong] = url.hostname.match(/[^a-z0-9.-]/) ?? [];
  if (wrong) {
    return `A domain can’t contain “${wrong}”. Enter one such as dev-123.okta.com.`;
  }
  if (/^(?:www\.|login\.|developer\.|help\.|support\.)?okta\.com$/.test(url.hostname)) {
    return "This is Okta’s own site. Enter your org’s domain, such as dev-123.okta.com.";
  }
  return undefined;
}

const oktaDomains = ["okta.com", "oktapreview.com", "okta-emea.com", "okta-gov.com", "okta.mil"];

/** Suggests a host under one of Okta's domains if at most two letters differ. */
function findSimilarDomain(host: string): string | undefined {
  const [subdomain, ...rest] = host.split(".");
  const typed = rest.join(".");
  const meant =
    typed === "okta" ? "okta.com" : oktaDomains.find((domain) => leven(typed, domain) <= 2);
  return meant && `${subdomain}.${meant}`;
}

/** Also finds an empty username, which the URL parser drops: `https://@host` and `https://:@host`. */
function hasUserInfo(typed: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?[/\\]*[^/\\?#]*@/i.test(typed);
}

/** Separates the org's own path, which the demo org may have, from an authorization server ID. */
function parsePath(path: string): { orgPath: string; authorizationServerId?: string } {
  const endpoint = endpointPath.exec(path);
  if (endpoint) {
    // RFC 8414 §3.1 puts the well-known path before the issuer's path.
    const orgPath = trimPath(path.slice(0, endpoint.index).replace(metadataPath, ""));
    const server = parseAuthorizationServerId(endpoint.groups?.segment ?? "");
    return server.kind === "ok" ? { orgPath, authorizationServerId: server.id } : { orgPath };
  }
  return { orgPath: trimPath(path.replace(metadataPath, "").replace(pagePath, "")) };
}

/** Removes slashes at the end, and punctuation that was copied from a sentence. */
function trimPath(path: string): string {
  return path.replace(/[/,;'"]+$/, "");
}

function hostOf(typed: string): string {
  return typed.replace(/[/?#].*$/, "").replace(/:\d+$/, "");
}

/** Whether a host is this computer, by a name that the page's Content Security Policy allows. @see RFC 6761 §6.3 */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.0\.0\.1)$/i.test(hostname);
}
