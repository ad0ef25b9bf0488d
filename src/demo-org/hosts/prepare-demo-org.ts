import { buildOrgUrl, workerFileName } from "./addresses.ts";
import {
  connectToWorker,
  type DemoOrgStatus,
  type WorkerSurroundings,
} from "./connect-to-worker.ts";
import type { PageMessage } from "./messages.ts";
import { createWorkerUrlPolicy } from "./trusted-worker-url.ts";

/** The demo org as the page sees it: an address, and whether anybody answers there. */
export type DemoOrgHandle = {
  /** The org's URL without a trailing slash. */
  readonly orgUrl: string;
  /** The same object until the status changes. */
  readonly getStatus: () => DemoOrgStatus;
  /** Calls back after each change of status. Returns how to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Installs the worker or finds it at work, once. Returns at once; the status tells the rest. */
  readonly start: () => void;
  /** Tries again after `unavailable`. */
  readonly retry: () => void;
};

/** A first visit fetches and starts the worker, over a slow line perhaps; whatever takes longer will not come. */
const patienceMs = 15_000;

/**
 * Prepares to start the org's worker, and keeps an eye on it from then on.
 *
 * @param options.base The page's base path, with its slashes (`import.meta.env.BASE_URL`).
 */
export function prepareDemoOrg(options: { readonly base: string }): DemoOrgHandle {
  const pageUrl = new URL(options.base, location.origin).href;
  const container = findContainer();
  const surroundings: WorkerSurroundings = {
    pageUrl,
    container,
    isSecureContext: window.isSecureContext,
    trust: createWorkerUrlPolicy(new URL(workerFileName, pageUrl).href),
    fetch: (input, init) => fetch(input, init),
  };

  const listeners = new Set<() => void>();
  let status: DemoOrgStatus = { status: "starting" };
  let isStarted = false;
  const change = (next: DemoOrgStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };

  const connect = async () => {
    change(await connectToWorker(surroundings, AbortSignal.timeout(patienceMs)));
    if (status.status === "ready") whenIdle(() => post(container, { type: "keep_page" }));
  };
  const retry = () => {
    if (status.status !== "unavailable") return;
    change({ status: "starting" });
    void connect();
  };

  return {
    orgUrl: buildOrgUrl(pageUrl),
    getStatus: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      if (isStarted) return;
      isStarted = true;
      // A worker may come late, or be let in again by whoever had blocked it.
      container?.addEventListener("controllerchange", retry);
      void connect();
      if (import.meta.env.DEV) void lookForNewWorker(container, pageUrl);
    },
    retry,
  };
}

function findContainer(): ServiceWorkerContainer | undefined {
  try {
    return "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
  } catch {
    return undefined; // a sandboxed frame may not even look
  }
}

/** Browsers look some seconds after a page has loaded; whoever is writing a worker won't wait for that. */
async function lookForNewWorker(
  container: ServiceWorkerContainer | undefined,
  scope: string,
): Promise<void> {
  try {
    const registration = await container?.getRegistration(scope);
    await registration?.update();
  } catch {
    // On a first visit the worker is still being installed, which is as new as it gets (Service Workers §3.2.7).
  }
}

function post(container: ServiceWorkerContainer | undefined, message: PageMessage): void {
  container?.controller?.postMessage(message);
}

/** Safari has no idle callbacks; a moment later serves as well. */
function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task);
  else setTimeout(task, 1_000);
}
