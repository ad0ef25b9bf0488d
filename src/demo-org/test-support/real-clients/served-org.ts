import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ownAddressesOnly } from "../../hosts/node/own-addresses-only.ts";
import { createDemoOrg } from "../../http/demo-org.ts";
import type { Configuration } from "../../model/configuration.ts";
import { createTestStore } from "../test-org.ts";
import { createMinimalBrowser, type MinimalBrowser } from "./minimal-browser.ts";
import { configureClients } from "./registered-clients.ts";

/** For tests: an org on a local port, served as by the Node host. */
export type ServedOrg = {
  /** Without a trailing slash. It is the issuer of the org authorization server. */
  readonly url: string;
  readonly customIssuer: string;
  readonly openBrowser: () => MinimalBrowser;
  readonly close: () => Promise<void>;
};

/** Serves an org on a free port. The server listens first, because the org's URL must be known to create it. */
export async function serveOrg(
  configuration: Configuration = configureClients(),
): Promise<ServedOrg> {
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
    url,
    customIssuer: `${url}/oauth2/default`,
    openBrowser: () => createMinimalBrowser(url),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
