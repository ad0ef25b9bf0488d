import { buildOrgUrl, workerFileName } from "./addresses.ts";
import type { DemoOrgStatus } from "./connect-to-worker.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";

const status: DemoOrgStatus = { status: "unavailable", reason: "left_out" };

/**
 * A handle for builds without a demo org, which is always unavailable. If an earlier build at this address had an org,
 * the browser still runs that org's worker, so `start` removes the worker.
 *
 * @param pageUrl The page's own address, with its trailing slash.
 */
export function createUnavailableDemoOrg(pageUrl: string): DemoOrgHandle {
  return {
    orgUrl: buildOrgUrl(pageUrl),
    getStatus: () => status,
    subscribe: () => () => {},
    // Fails if workers or storage are disabled. Then there is nothing to remove.
    start: () => void removeWorker(pageUrl).catch(() => undefined),
    retry: () => {},
  };
}

/**
 * Removes the worker, its copy of the page, and the org's data. The worker controls this page and keeps its data open
 * until the page is closed, so the next visit may have to remove the rest.
 */
async function removeWorker(pageUrl: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(pageUrl);
  const workerUrl = new URL(workerFileName, pageUrl).href;
  if (registration?.active?.scriptURL === workerUrl) await registration.unregister();
  const copies = (await caches.keys()).filter((name) => name.startsWith(`page ${pageUrl} `));
  await Promise.all(copies.map((name) => caches.delete(name)));
  indexedDB.deleteDatabase(`demo-org ${new URL(pageUrl).pathname}`);
}
