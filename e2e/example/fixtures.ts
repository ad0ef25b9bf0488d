import { once } from "node:events";
import { createServer } from "node:http";
import { type RunningDemoOrg, startDemoOrg } from "okta-groups-explorer";
import { test as base } from "playwright/test";
import { createApp } from "./app.ts";

type Servers = {
  readonly okta: RunningDemoOrg;
  /** The app's URL, without a trailing slash. */
  readonly appUrl: string;
};

type Steps = {
  /** Signs a user in without the sign-in page, and opens the app. */
  readonly openAs: (username: string) => Promise<void>;
};

/** An org and the app that uses it, for each worker, and the org's first state for each test. */
export const test = base.extend<Steps & { resetOkta: undefined }, { servers: Servers }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const server = createServer().listen(0, "localhost");
      await once(server, "listening");
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("No port was given");
      const appUrl = `http://localhost:${address.port}`;
      const okta = await startDemoOrg({ redirectUris: [`${appUrl}/callback`, `${appUrl}/`] });
      const { issuer, clientId = "" } = okta;
      server.on("request", createApp({ url: appUrl, issuer, clientId }));
      await use({ okta, appUrl });
      server.closeAllConnections();
      server.close();
      await okta.stop();
    },
    { scope: "worker" },
  ],

  resetOkta: [
    async ({ servers }, use) => {
      await servers.okta.reset();
      await use(undefined);
    },
    { auto: true },
  ],

  openAs: async ({ page, request, servers: { okta, appUrl } }, use) => {
    await use(async (username) => {
      const password = okta.users.find((it) => it.username === username)?.password;
      const response = await request.post(`${okta.url}/api/v1/authn`, {
        data: { username, password },
      });
      const { sessionToken } = await response.json();
      const target = new URLSearchParams({
        token: sessionToken,
        redirectUrl: `${appUrl}/sign-in`,
      });
      await page.goto(`${okta.url}/login/sessionCookieRedirect?${target}`);
    });
  },
});
