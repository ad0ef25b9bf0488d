import { buildOrgUrl, workerFileName } from "./addresses.ts";
import type { DemoOrgStatus } from "./connect-to-worker.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";

const status: DemoOrgStatus = { status: "unavailable", reason: "left_out" };

/**
 * Stands for the demo org in a build without it. An earlier build at this address may have had one: its worker would
 * respond to the org's addresses for as long as the browser keeps it, so the page removes it.
 *
 * @param pageUrl The page's own address, with its trailing slash.
 */
export function leaveOutDemoOrg(pageUrl: string): DemoOrgHandle {
  return {
    orgUrl: buildOrgUrl(pageUrl),
    getStatus: () => status,
    subscribe: () => () => {},
    // Fails where workers or storage are disabled: then there is nothing to remove.
    start: () => void removeWorker(pageUrl).catch(() => undefined),
    retry: () => {},
  };
}

/**
 * Removes the worker, its copy of the page, and the org's data. Until this page is left, the worker still controls it and
 * holds the data: the next visit removes the rest.
 */
async function removeWorker(pageUrl: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(pageUrl);
  const workerUrl = new URL(workerFileName, pageUrl).href;
  if (registration?.active?.scriptURL === workerUrl) await registration.unregister();
  const copies = (await caches.keys()).filter((name) => name.startsWith(`page ${pageUrl} `));
  await Promise.all(copies.map((name) => caches.delete(name)));
  indexedDB.deleteDatabase(`demo-org ${new URL(pageUrl).pathname}`);
}
