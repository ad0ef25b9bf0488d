import { once } from "node:events";
import { isIPv6 } from "node:net";
import { createSecureContext } from "node:tls";
import { createDemoOrg } from "../../http/demo-org.ts";
import { defaultApiToken } from "../../http/state/org.ts";
import type { Configuration } from "../../model/configuration.ts";
import { createRandomId } from "../../random-id.ts";
import { isRedirectUri, listRedirectUris } from "../../rules/authorize/redirect-uris.ts";
import { explorerApplication } from "../../seed/application.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { createMemoryStore } from "../../store.ts";
import type { RunningDemoOrg, StartDemoOrg, StartDemoOrgOptions } from "./demo-org-types.ts";
import { loadSeed, parseSeed } from "./load-seed.ts";
import { createOrgServer } from "./org-server.ts";
import { ownAddressesOnly } from "./own-addresses-only.ts";
import { findReason, noPort, StartError } from "./start-error.ts";

export const startDemoOrg: StartDemoOrg = async (options = {}) => {
  const { port = 0, host = "localhost", issuer, redirectUris = [], tls } = options;
  checkOptions(options);
  const apiToken = chooseApiToken(options.apiToken);
  const seed = await resolveSeed(options.seed);

  // The org's URL contains the port, which may only be known once the server listens.
  let handler = async (_request: Request) => new Response(null, { status: 503 });
  const server = createOrgServer((request) => handler(request), { ...(tls && { tls }) });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new StartError(describeListenError(error, port, host));
  }
  const address = server.address();
  const actualPort = typeof address === "object" && address ? address.port : port;
  const localUrl = findUrl(tls ? "https" : "http", host, actualPort);
  const url = issuer === undefined ? localUrl : new URL(issuer).origin;
  const org = createDemoOrg({
    baseUrl: url,
    store: createMemoryStore(),
    redirectUris,
    sessionCarrier: "cookie",
    seed,
    apiToken,
  });
  handler = ownAddressesOnly([url, localUrl], org);

  return {
    url,
    issuer: url,
    customIssuer: `${url}/oauth2/default`,
    ...describeSeed(seed, redirectUris),
    apiToken,
    reset: async () => {
      const headers = { Authorization: `SSWS ${apiToken}` };
      await org(new Request(`${url}/demo/v1/configuration`, { method: "DELETE", headers }));
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

function checkOptions(options: StartDemoOrgOptions): void {
  const { port = 0, host = "localhost", apiToken, issuer, redirectUris = [], tls } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw noPort(String(port));
  if (!isHost(host))
    throw new StartError(
      `"${host}" is not a host to listen on. Use a name or an IP address without a port, such as localhost or 0.0.0.0.`,
    );
  const invalid = redirectUris.find((uri) => !isRedirectUri(uri) || isProbablyMistyped(uri));
  if (invalid !== undefined)
    throw new StartError(
      `"${invalid}" is not a redirect URI. Use an absolute URI in ASCII without a fragment, such as http://localhost:3000/callback.`,
    );
  if (apiToken !== undefined && !/^[!-~]+$/.test(apiToken))
    throw new StartError(
      "The API token must be ASCII characters without spaces, so that every client can send it in a header. Choose another, or use random.",
    );
  if (!isLoopback(host) && (apiToken ?? defaultApiToken) === defaultApiToken)
    throw new StartError(
      `Other machines could reach the org at ${host}, and everyone knows the API token ${defaultApiToken}. Choose your own token, or use random. Or listen on localhost.`,
    );
  if (issuer !== undefined && !isIssuer(issuer))
    throw new StartError(
      `"${issuer}" is not an issuer. Use the org's URL without a path, such as http://okta:8080. The custom server's issuer is below it, at /oauth2/default.`,
    );
  if (!tls) return;
  if (issuer !== undefined && !/^https:/i.test(issuer))
    throw new StartError(
      `The issuer ${issuer} is not https, but the org serves https with your certificate. Start the issuer with https://, or leave out the certificate.`,
    );
  try {
    createSecureContext(tls);
  } catch (error) {
    // OpenSSL's message starts with a number and the name of its library.
    const reason = findReason(error).replace(/^error:.*:/, "");
    throw new StartError(
      `The TLS key and certificate can't be used: ${reason}. Give a private key without a passphrase and its certificate, both in PEM format.`,
    );
  }
}

/** Anyone who knows the API token can change the org, so a random token is never stored. */
function chooseApiToken(apiToken = defaultApiToken): string {
  return apiToken === "random" ? createRandomId() : apiToken;
}

async function resolveSeed(seed: string | object | undefined): Promise<Configuration> {
  if (seed === undefined) return seedConfiguration;
  return typeof seed === "string" ? loadSeed(seed) : parseSeed(seed);
}

function describeSeed(
  seed: Configuration,
  redirectUris: readonly string[],
): Pick<RunningDemoOrg, "clientId" | "redirectUris" | "users"> {
  const { applications, users } = seed;
  const application =
    applications.find(({ id }) => id === explorerApplication.id) ?? applications[0];
  return {
    clientId: application?.credentials.oauthClient.client_id,
    redirectUris: application ? listRedirectUris(application, { redirectUris }) : [],
    users: users
      .filter(({ status }) => status === "ACTIVE")
      .map(({ profile, credentials }) => ({
        username: profile.login,
        password: credentials.password?.value,
      })),
  };
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(formatUrl("http", host)).hostname);
}

/** Returns localhost as the host of a server that listens on all addresses. */
function findUrl(scheme: "http" | "https", host: string, port: number): string {
  const url = new URL(formatUrl(scheme, host));
  if (/^(0\.0\.0\.0|\[::\])$/.test(url.hostname)) url.hostname = "localhost";
  url.port = String(port);
  return url.origin;
}

function formatUrl(scheme: "http" | "https", host: string): string {
  return `${scheme}://${isIPv6(host) ? `[${host}]` : host}`;
}

function isHost(host: string): boolean {
  return isIPv6(host) || (/^[\w.-]+$/.test(host) && URL.canParse(formatUrl("http", host)));
}

function isIssuer(issuer: string): boolean {
  if (!/^https?:\/\/[^/?#@\\]+\/?$/i.test(issuer) || !URL.canParse(issuer)) return false;
  return /^[\w.[\]:-]+$/.test(new URL(issuer).host);
}

/** Finds URIs separated by commas, and URIs without a scheme: `localhost:3000` parses as the scheme `localhost`. */
function isProbablyMistyped(uri: string): boolean {
  return /,[a-z][\w.+-]*:\/\//i.test(uri) || /^[\w.-]+:\d/.test(uri);
}

function describeListenError(error: unknown, port: number, host: string): string {
  switch (error instanceof Error && "code" in error && error.code) {
    case "EADDRINUSE":
      return `Port ${port} is already in use. Stop the other program, or choose another port, such as ${port < 65_535 ? port + 1 : port - 1}.`;
    case "EACCES":
      return `No permission to use port ${port}. Choose a port above 1023, such as 8080.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `This machine has no address ${host}. Listen on localhost, or on 0.0.0.0 for all addresses.`;
    default:
      return `The demo org could not start: ${findReason(error)}`;
  }
}
