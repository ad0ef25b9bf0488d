import type { Page } from "playwright/test";

/** Reloads as Shift+Reload does: without caches and without the service worker, which then does not control the page. */
export async function reloadHard(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const reloaded = page.waitForEvent("load");
  await session.send("Page.reload", { ignoreCache: true });
  await reloaded;
  await session.detach();
}

/** Stops the running service worker, as browsers do with an idle one. Resolves when it has stopped. */
export async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

/** Makes requests bypass the service worker, as "Bypass for network" in the developer tools does. */
export async function bypassWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBypassServiceWorker", { bypass: true });
}

/** Deletes the site's data, as in the browser's settings. The page stays open. */
export async function deleteSiteData(page: Page, storageTypes: "all" | "indexeddb"): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes });
  await session.detach();
}
