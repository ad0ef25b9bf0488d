import type { Page } from "playwright/test";

/** Reloads as Shift+Reload does: past all caches, and past the worker, which the page is then not controlled by. */
export async function reloadHard(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const reloaded = page.waitForEvent("load");
  await session.send("Page.reload", { ignoreCache: true });
  await reloaded;
  await session.detach();
}

/** Stops the running worker, as the browser does with one that idles. Resolves when it has stopped. */
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

/** Sends the page's requests past the worker, as "Bypass for network" in the developer tools does, while they are open. */
export async function bypassWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBypassServiceWorker", { bypass: true });
}
