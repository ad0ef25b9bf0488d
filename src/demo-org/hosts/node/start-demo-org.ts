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
import { describeListenError, StartError } from "./start-problem.ts";

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
    throw new StartError(describeListenError(toError(error), { port, host }));
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
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError({ code: "no_port", value: String(port) });
  if (!isHost(host)) throw new StartError({ code: "no_host", value: host });
  const invalid = redirectUris.find((uri) => !isRedirectUri(uri) || isProbablyMistyped(uri));
  if (invalid !== undefined) throw new StartError({ code: "no_redirect_uri", value: invalid });
  if (apiToken !== undefined && !/^[!-~]+$/.test(apiToken))
    throw new StartError({ code: "no_api_token" });
  if (!isLoopback(host) && (apiToken ?? defaultApiToken) === defaultApiToken)
    throw new StartError({ code: "exposed", host });
  if (issuer !== undefined && !isIssuer(issuer))
    throw new StartError({ code: "no_issuer", value: issuer });
  if (!tls) return;
  if (issuer !== undefined && !/^https:/i.test(issuer))
    throw new StartError({ code: "issuer_without_tls", value: issuer });
  try {
    createSecureContext(tls);
  } catch (error) {
    // OpenSSL's message starts with a number and the name of its library.
    const reason = toError(error).message.replace(/^error:.*:/, "");
    throw new StartError({ code: "invalid_tls", reason });
  }
}

/** Anyone who knows the token can change the org, so a random one is kept nowhere else. */
function chooseApiToken(apiToken = defaultApiToken): string {
  return apiToken === "random" ? createRandomId() : apiToken;
}

async function resolveSeed(seed: string | object | undefined): Promise<Configuration> {
  if (seed === undefined) return seedConfiguration;
  const parsed = typeof seed === "string" ? await loadSeed(seed) : parseSeed(seed);
  if (parsed.kind === "problem") throw new StartError({ code: "seed", problem: parsed.problem });
  return parsed.configuration;
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

/** A server that listens on all addresses is reached as localhost. */
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

/** Several URIs separated by commas, or no scheme: `localhost:3000` parses as scheme `localhost`. */
function isProbablyMistyped(uri: string): boolean {
  return /,[a-z][\w.+-]*:\/\//i.test(uri) || /^[\w.-]+:\d/.test(uri);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
