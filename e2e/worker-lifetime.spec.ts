import type { Page } from "playwright/test";
import { build } from "vite";
import { expect, test } from "./fixtures.ts";
import { findViolations } from "./support/appearance.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import { buildOlderRelease } from "./support/older-release.ts";
import { findRegion, findSend, findTable, openOrgChoice } from "./support/regions.ts";
import { type StaticHost, startStaticHost } from "./support/static-host.ts";
import { addresses, nodeOrg } from "./support/targets.ts";
import { bypassWorker, deleteSiteData, reloadHard, stopWorker } from "./support/worker-control.ts";

/** The IDs of the keys that the demo org publishes. */
function readKeyIds(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { keys } = await (await fetch("demo-org/oauth2/v1/keys")).json();
    return keys.map(({ kid }: { kid: string }) => kid);
  });
}

/** A link to the org's sign-in page, such as a bookmark. */
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

/** The worker copies the page when the browser is idle. */
async function waitForPageCopy(page: Page): Promise<void> {
  const isCopied = () => page.evaluate(async () => Boolean(await caches.match("./")));
  await expect.poll(isCopied).toBe(true);
}

/** Updates the worker, as browsers do at times. Resolves when the new version controls the page. */
async function replaceWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const replaced = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
    await (await navigator.serviceWorker.ready).update();
    await replaced;
  });
}

/** Finds the subject of the returned ID token. If it is there, the whole sign-in worked. */
function findSubject(page: Page) {
  return findClaim(findRegion(page, "ID token"), "sub");
}

test.describe("the demo org's worker", { tag: "@worker" }, () => {
  test("starts without shifting anything on the page", async ({ page, openPage }) => {
    let start = () => {};
    const mayStart = new Promise<void>((resolve) => {
      start = resolve;
    });
    await page.context().route("**/demo-org-worker.js", async (route) => {
      await mayStart;
      await route.continue();
    });
    await openPage();
    const status = page.getByRole("banner").getByRole("status");
    await expect(status).toContainText("starting");
    await expect(findSend(page)).toBeDisabled();
    start();
    await expect(findSend(page)).toBeEnabled();
    await expect(status).not.toContainText("starting");
    expect(await readLayoutShifts(page)).toEqual([]);
  });

  test("responds after a reload that bypasses the worker, and verifies a signature after another", async ({
    page,
    openPage,
    sendRequest,
  }) => {
    await openPage();
    await expect(findSend(page)).toBeEnabled();
    await reloadHard(page);

    await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
    await reloadHard(page);
    await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("keeps its keys when the browser stops it during a sign-in", async ({
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
    await expect(findSubject(page)).toBeVisible();
    expect(await readKeyIds(page)).toEqual(before);
  });

  test("responds to a first link to its sign-in page, and leads back to the page if the browser then deletes the worker's data", async ({
    page,
    baseURL,
    sendRequest,
  }) => {
    await page.goto(buildDeepLink(baseURL ?? addresses.page));
    const person = page.getByRole("button", { name: "it.user@example.com" });
    for (const storageTypes of ["all", "indexeddb"] as const) {
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
      await deleteSiteData(page, storageTypes);
      await person.click();
      const heading = page.getByRole("heading", { name: "This sign-in page is no longer valid" });
      await expect(heading).toBeVisible();
      await page.getByRole("link", { name: "Back to localhost" }).click();
      if (storageTypes === "all") await findSend(page).click();
    }
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  });
});

test.describe("on other hosts, the demo org's worker", { tag: ["@worker", "@local"] }, () => {
  test("responds below a path to a link that is opened first, and redirects there", async ({
    page,
    sendRequest,
  }, testInfo) => {
    const path = "/groups/";
    const directory = testInfo.outputPath("groups/");
    await build({ base: path, build: { outDir: directory }, logLevel: "error" });
    const host = await startStaticHost({ directory, path });
    await page.goto(buildDeepLink(host.url));
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    await page.goto(host.url);
    await sendRequest({ tokenType: "ID token" });
    await expect(findSubject(page)).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path);
    await host.close();
  });

  test("responds under the development server", async ({ page, sendRequest }) => {
    await page.goto(addresses.developmentPage);
    await sendRequest({ tokenType: "ID token" });
    await expect(findSubject(page)).toBeVisible();
  });

  test.describe("on a host that only serves files", () => {
    let host: StaticHost;
    test.beforeEach(async () => {
      host = await startStaticHost();
    });
    test.afterEach(() => host.close());

    test("responds to a first link, for which the host returns 404, and makes every page work without the host", async ({
      page,
      sendRequest,
    }) => {
      await page.goto(buildDeepLink(host.url));
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
      await page.goto(host.url);
      await waitForPageCopy(page);
      await host.close();

      await page.reload();
      await sendRequest({ tokenType: "ID token" });
      await expect(findSubject(page)).toBeVisible();

      await page.getByRole("link", { name: "Licenses" }).click();
      await expect(page.locator("body")).toContainText("okta-groups-explorer");
      await page.goBack();

      const pages = page.getByRole("navigation", { name: "Pages" });
      await pages.getByRole("link", { name: "Demo org" }).click();
      await page.getByRole("link", { name: "Groups", exact: true }).click();
      await expect(findTable(page, "Groups").getByRole("link", { name: "IT" })).toBeVisible();
      await pages.getByRole("link", { name: "Lessons" }).click();
      await expect(page.getByRole("list", { name: "Lessons" })).toBeVisible();
      await pages.getByRole("link", { name: "Decode" }).click();
      await page.getByRole("button", { name: "Callback URL" }).click();
      await expect(findRegion(page, "ID token").getByRole("status")).toHaveText("Thin ID token");
    });

    test("is replaced by a new version during a sign-in, and the sign-in continues", async ({
      page,
      context,
      chooseRequest,
      signIn,
    }) => {
      host.publish(await buildOlderRelease());
      const other = await context.newPage();
      await other.goto(host.url);
      await waitForPageCopy(other);
      await page.goto(host.url);
      await chooseRequest({ scopes: ["openid", "groups"] });
      await findSend(page).click();
      await page.getByRole("textbox", { name: "Username" }).waitFor();

      host.publish(new Map());
      await replaceWorker(other);
      await signIn();
      await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
        "Everyone",
        "IT",
      ]);

      // The tab that signed in already runs the new version.
      const notice = "A new version is ready.";
      await expect(page.getByText(notice)).toBeHidden();
      await expect(other.getByText(notice)).toBeVisible();
      expect(await findViolations(other)).toEqual([]);
      await other.getByRole("button", { name: "Reload" }).click();
      await expect(other.getByText(notice)).toBeHidden();
      await expect(other.locator("script[src$='older.js']")).toHaveCount(0);
    });
  });
});

test("requests that bypass the worker are explained, and nothing is sent", {
  tag: "@worker",
}, async ({ page, openPage }) => {
  await openPage();
  await expect(findSend(page)).toBeEnabled();

  await bypassWorker(page);
  await page.reload();
  await expect(page.getByRole("banner").getByRole("status")).toContainText("unavailable");
  await expect(findSend(page)).toBeDisabled();
  await expect((await openOrgChoice(page)).getByRole("alert")).toContainText("Bypass for network");
});

test.describe("with service workers blocked", { tag: "@worker" }, () => {
  test.use({ serviceWorkers: "block" });

  test("a link to the demo org, and the page that it leads to, explain that the org can't start", async ({
    page,
    baseURL,
  }) => {
    const pageUrl = baseURL ?? addresses.page;
    await page.goto(buildDeepLink(pageUrl));
    await expect(page.getByRole("alert")).toContainText("can’t be reached");
    await page.getByRole("link", { name: "Go to Okta Groups Explorer" }).click();
    await expect(page).toHaveURL(pageUrl);

    await expect(page.getByRole("banner").getByRole("status")).toContainText("unavailable");
    await expect(findSend(page)).toBeDisabled();
    const popover = await openOrgChoice(page);
    await expect(popover.getByRole("alert")).toContainText("demo org");
    await expect(popover.getByRole("button", { name: /again/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 390, height: 844 });
    const header = page.getByRole("banner");
    await expect(header.getByText("unavailable", { exact: true })).toBeVisible();
  });

  test.describe("your own org", { tag: "@local" }, () => {
    test.use({ org: nodeOrg });

    test("works without a worker", async ({ page, sendRequest }) => {
      await sendRequest({ tokenType: "ID token" });
      await expect(findSubject(page)).toBeVisible();
    });
  });
});
