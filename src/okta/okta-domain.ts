import { parseAuthorizationServerId } from "./authorization-server.ts";

export type OktaDomainReading =
  | {
      kind: "org";
      /** Scheme, host, port and, for an org that is not at the root of its host, its path; no slash at its end. */
      orgUrl: string;
      /** As browsers show it: internationalized names in punycode. */
      host: string;
      /** `custom`: not under one of Okta's domains, so it may be anyone's. `local`: this computer. */
      hostKind: "okta" | "custom" | "local";
      /** The custom authorization server named in what was typed. */
      authorizationServerId?: string;
      /** What was made of the text, where that is not what it says: sentences to show. */
      notes: readonly string[];
    }
  | { kind: "empty" }
  /** A sentence to show at the field. */
  | { kind: "not_an_org"; problem: string };

/** Okta's own domains: org, preview org, and those for Europe and for governments. An org there has no path. */
const hostAtOkta = /^(.+?)(-admin)?\.(okta(?:preview|-emea|-gov)?\.com|okta\.mil)$/;

/** Enough for a whole request URL, which people paste too. */
const longestText = 4_000;

/** Where people copy an Okta address from, and what of its path does not belong to the org. */
const endpointPath = /\/oauth2(?:\/(?<segment>[^/]+))?(?:\/.*)?$/;
const metadataPath = /\/\.well-known(?:\/.*)?$/;
const pagePath = /^\/(?:admin|api|app|home|login|signin|enduser)(?:\/.*)?$/;

/**
 * Reads an Okta org's address as people paste it: a domain, a URL out of the address bar, an Admin Console
 * address, an issuer.
 *
 * Never fetches anything: whether there is an Okta org at that address shows only when it is asked.
 *
 * @returns `https`, except for this very machine, where plain `http` is let through as browsers do
 *   (W3C Secure Contexts §3.1).
 * @see Okta: Find your Okta domain
 */
export function parseOktaDomain(text: string): OktaDomainReading {
  if (text.length > longestText) {
    return { kind: "not_an_org", problem: "This is too long for a domain." };
  }
  const typed = text.trim().replace(/^[<"'“]+|[>"'”,;]+$/g, "");
  if (typed === "") return { kind: "empty" };
  const url = readUrl(typed);
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

  const path = url.pathname.replace(/\/+$/, "");
  const { orgPath: pathBefore, authorizationServerId } = readPath(path);
  const orgPath = isAtOkta ? "" : pathBefore;
  if (authorizationServerId !== undefined) {
    notes.push(
      `The authorization server “${authorizationServerId}” was taken from the address, too.`,
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

/** @returns The URL, or a sentence that says why it is none. */
function readUrl(typed: string): URL | string {
  if (/\s/.test(typed)) {
    return "A domain contains no spaces. Enter only the domain, such as dev-123.okta.com.";
  }
  if (/\{.*\}/.test(typed)) return "Replace the braces with your own domain.";
  // `localhost:8080` would pass for a URL whose scheme is `localhost`.
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
    return "An address with a username in it is not safe. Enter only the domain, such as dev-123.okta.com.";
  }
  if (url.hostname === "" || isLoopback(url.hostname)) return undefined;
  if (url.hostname.endsWith(".")) return "Remove the period at the end.";
  if (!url.hostname.includes(".")) {
    return `“${url.hostname}” is not a complete domain. Did you mean ${url.hostname}.okta.com?`;
  }
  if (/^[\d.]+$|^\[/.test(url.hostname)) {
    return "An Okta domain is a name, not an IP address. Enter one such as dev-123.okta.com.";
  }
  if (/^(?:www\.|login\.|developer\.|help\.|support\.)?okta\.com$/.test(url.hostname)) {
    return "This is Okta’s own site. Enter your org’s domain, such as dev-123.okta.com.";
  }
  return undefined;
}

/** An empty username is dropped by the URL parser: `https://@host` and `https://:@host`. */
function hasUserInfo(typed: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?[/\\]*[^/\\?#]*@/i.test(typed);
}

/**
 * Finds where the org ends and an endpoint, a page or an issuer of it begins. What stands before is kept, since
 * an org need not be at the root of its host.
 */
function readPath(path: string): { orgPath: string; authorizationServerId?: string } {
  const endpoint = endpointPath.exec(path);
  if (endpoint) {
    // RFC 8414 §3.1 puts its well-known path before the issuer's own.
    const orgPath = path.slice(0, endpoint.index).replace(metadataPath, "");
    const server = parseAuthorizationServerId(endpoint.groups?.segment ?? "");
    return server.kind === "ok" ? { orgPath, authorizationServerId: server.id } : { orgPath };
  }
  return { orgPath: path.replace(metadataPath, "").replace(pagePath, "") };
}

function hostOf(typed: string): string {
  return typed.replace(/[/?#].*$/, "").replace(/:\d+$/, "");
}

/** This very machine, by the names that the page's policy lets it speak to. @see RFC 6761 §6.3 */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.0\.0\.1)$/i.test(hostname);
}
