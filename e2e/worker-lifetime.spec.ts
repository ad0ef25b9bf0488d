import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import { findRegion, findSend } from "./support/regions.ts";
import { type StaticHost, startStaticHost } from "./support/static-host.ts";
import { addresses, nodeOrg } from "./support/targets.ts";
import { bypassWorker, reloadHard, stopWorker } from "./support/worker-control.ts";

/** The key IDs that the demo org publishes, asked for as the page would. */
function readKeyIds(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { keys } = await (await fetch("demo-org/oauth2/v1/keys")).json();
    return keys.map(({ kid }: { kid: string }) => kid);
  });
}

/** A link to the org's sign-in page, as somebody may have kept it. */
function buildDeepLink(pageUrl: string): string {
  const link = new URL("demo-org/oauth2/v1/authorize", pageUrl);
  link.search = new URLSearchParams({
    client_id: nodeOrg.clientId,
    response_type: "id_token",
    scope: "openid",
    redirect_uri: pageUrl,
    state: "s",
    nonce: "n",
  }).toString();
  return link.href;
}

test.describe("the demo org's worker", { tag: "@worker" }, () => {
  test("answers on a first visit", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });

    const groups = findRegion(page, "ID token").getByRole("list", { name: "Groups" });
    await expect(groups.getByRole("listitem")).toContainText(["Everyone", "IT"]);
  });

  test("starts without moving anything on the page", async ({ page, openPage }) => {
    let start = () => {};
    const mayStart = new Promise<void>((resolve) => {
      start = resolve;
    });
    await page.context().route("**/demo-org-worker.js", async (route) => {
      await mayStart;
      await route.continue();
    });
    await openPage();
    await expect(page.getByText("Starting the demo org")).toBeVisible();
    start();
    await expect(page.getByText("The demo org is ready")).toBeVisible();
    expect(await readLayoutShifts(page)).toEqual([]);
  });

  test("is waited for with an answer's signature, where the page came back without it", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
    await reloadHard(page);
    await expect(findRegion(page, "ID token")).toContainText("Verified");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("answers after a hard reload, which leaves the page without it", async ({
    page,
    openPage,
    sendRequest,
  }) => {
    await openPage();
    await expect(findSend(page)).toBeEnabled();
    await reloadHard(page);

    await sendRequest({ tokenType: "ID token" });
    await expect(findRegion(page, "ID token")).toBeVisible();
  });

  test("signs in with the same keys when it was stopped under the sign-in page", async ({
    page,
    openPage,
    signIn,
  }) => {
    await openPage();
    const send = findSend(page);
    await expect(send).toBeEnabled();
    const before = await readKeyIds(page);
    expect(before).toHaveLength(2);
    await send.click();
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    await stopWorker(page);

    await signIn();
    await expect(findRegion(page, "ID token")).toBeVisible();
    expect(await readKeyIds(page)).toEqual(before);
  });

  test("answers a link to its sign-in page that was opened first of all", async ({
    page,
    baseURL,
  }) => {
    await page.goto(buildDeepLink(baseURL ?? addresses.page));
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  });
});

test.describe("on other hosts, the demo org's worker", { tag: ["@worker", "@local"] }, () => {
  test.describe("below a path", () => {
    test.use({ baseURL: addresses.pageBelowPath });

    test("answers there, and sends the answer back there", async ({ page, sendRequest }) => {
      await sendRequest({ tokenType: "ID token" });
      await expect(findRegion(page, "ID token")).toBeVisible();
      expect(new URL(page.url()).pathname).toBe("/groups/");
    });

    test("answers a link that was opened first of all", async ({ page }) => {
      await page.goto(buildDeepLink(addresses.pageBelowPath));
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    });
  });

  test("answers under the development server", async ({ page, sendRequest }) => {
    await page.goto(addresses.developmentPage);
    await sendRequest({ tokenType: "ID token" });
    await expect(findRegion(page, "ID token")).toBeVisible();
  });

  test.describe("on a host of nothing but files", () => {
    let host: StaticHost;
    test.beforeEach(async () => {
      host = await startStaticHost();
    });
    test.afterEach(() => host.close());

    test("answers a cold link where the host says 404", async ({ page }) => {
      await page.goto(buildDeepLink(host.url));
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    });

    test("opens the page and signs in when the host is gone", async ({ page, sendRequest }) => {
      await page.goto(host.url);
      // The copy is made when the page has nothing else to do.
      await expect
        .poll(() => page.evaluate(async () => Boolean(await caches.match("./"))))
        .toBe(true);
      await host.close();

      await page.goto(host.url);
      await sendRequest({ tokenType: "ID token" });
      await expect(findRegion(page, "ID token")).toBeVisible();
    });
  });
});

test("where requests go past the worker, the page says so, and does not send", {
  tag: "@worker",
}, async ({ page, openPage }) => {
  await openPage();
  const send = findSend(page);
  await expect(send).toBeEnabled();

  await bypassWorker(page);
  await page.reload();
  await expect(page.getByText("Bypass for network")).toBeVisible();
  await expect(send).toBeDisabled();
});

test.describe("where workers are blocked", { tag: "@worker" }, () => {
  test.use({ serviceWorkers: "block" });

  test("the page says that the demo org can't start, and does not send", async ({
    page,
    openPage,
  }) => {
    await openPage();
    await expect(page.getByRole("alert")).toContainText("demo org");
    await expect(findSend(page)).toBeDisabled();
  });

  test("a link to the demo org says why it leads nowhere, and leads back", async ({
    page,
    baseURL,
  }) => {
    const pageUrl = baseURL ?? addresses.page;
    await page.goto(buildDeepLink(pageUrl));
    await expect(page.getByRole("alert")).toContainText("can’t be reached");
    await page.getByRole("link", { name: "Go to Okta Groups Explorer" }).click();
    await expect(page).toHaveURL(pageUrl);
  });

  test.describe("an org of one's own", { tag: "@local" }, () => {
    test.use({ org: nodeOrg });

    test("is spoken to all the same", async ({ page, sendRequest }) => {
      await sendRequest({ tokenType: "ID token" });
      await expect(findRegion(page, "ID token")).toBeVisible();
    });
  });
});
