import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ownAddressesOnly } from "../../hosts/node/own-addresses-only.ts";
import { createDemoOrg } from "../../http/demo-org.ts";
import type { Configuration } from "../../model/configuration.ts";
import { createTestStore, openBrowser, parseTransactionId } from "../test-org.ts";
import { configureClients } from "./registered-clients.ts";

/** The default user, who is in the groups Everyone and IT. */
export const itUser = "it.user@example.com";

export type ServedOrg = Awaited<ReturnType<typeof serveOrg>>;

/**
 * For tests: serves an org on a free port, as the Node host does. Starts the server first, because creating the org
 * needs the URL with the port.
 */
export async function serveOrg(configuration: Configuration = configureClients()) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const url = `http://localhost:${address.port}`;

  const response = createDemoOrg({
    baseUrl: url,
    store: await createTestStore(),
    seed: configuration,
    redirectUris: [],
    sessionCarrier: "cookie",
  });
  server.on("request", getRequestListener(ownAddressesOnly([url], response)));

  return {
    /** Without a trailing slash. It is the issuer of the org authorization server. */
    url,
    customIssuer: `${url}/oauth2/default`,
    openBrowser: () => createMinimalBrowser(url),
    close: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function createMinimalBrowser(orgUrl: string) {
  const browser = openBrowser((request) => fetch(request, { redirect: "manual" }), orgUrl);
  /**
   * Opens an authorization request, and signs the user in if the org shows its sign-in page.
   *
   * @returns The URL that the org finally redirects to, with the response in the query or fragment. It is not fetched.
   * @throws {Error} The org doesn't redirect, not even after the sign-in.
   */
  const authorize = async (request: URL, person = itUser): Promise<URL> => {
    const first = await browser.get(request.href.slice(orgUrl.length));
    const transaction = parseTransactionId(await first.text());
    const last =
      transaction === "" ? first : await browser.post("/login/demo", { transaction, person });
    const location = last.headers.get("Location");
    if (location === null) throw new Error(`The org responded with ${last.status} and no redirect`);
    const target = new URL(location);
    return target.origin === orgUrl ? authorize(target, person) : target;
  };
  return { authorize };
}
