import { buildOrgUrl, workerFileName } from "./addresses.ts";
import {
  connectToWorker,
  type DemoOrgStatus,
  type WorkerEnvironment,
} from "./connect-to-worker.ts";

export type DemoOrgHandle = {
  readonly orgUrl: string;
  readonly getStatus: () => DemoOrgStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly retry: () => void;
};

/** Enough for a first visit to load and start the worker over a slow connection. */
const timeoutMs = 15_000;

export function prepareDemoOrg(options: {
  readonly pageUrl: string;
  readonly onReady: () => void;
}): DemoOrgHandle {
  const { pageUrl, onReady } = options;
  const listeners = new Set<() => void>();
  let environment: WorkerEnvironment | undefined;
  let status: DemoOrgStatus = { status: "starting" };
  let isStarted = false;
  const change = (next: DemoOrgStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };

  const connect = async () => {
    if (!environment) return;
    change(await connectToWorker(environment, AbortSignal.timeout(timeoutMs)));
    if (status.status === "ready") whenIdle(onReady);
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
      // Not earlier: a result that the page opens with is shown before.
      const container = findContainer();
      environment = {
        pageUrl,
        container,
        isSecureContext: window.isSecureContext,
        trust: createWorkerUrlPolicy(new URL(workerFileName, pageUrl).href),
        fetch: (input, init) => fetch(input, init),
      };
      // A worker may start late, or be unblocked by the user.
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

/** Browsers check for an update some seconds after a page has loaded, which is too slow for developing the worker. */
async function lookForNewWorker(
  container: ServiceWorkerContainer | undefined,
  scope: string,
): Promise<void> {
  // Fails on a first visit, while the worker is being installed (Service Workers §3.2.7).
  await container
    ?.getRegistration(scope)
    .then((registration) => registration?.update())
    .catch(() => undefined);
}

function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task);
  else setTimeout(task, 1_000);
}

/** The only policy that the page's Content-Security-Policy allows. */
const policyName = "demo-org-worker";

declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (url: string) => string },
      ) => { readonly createScriptURL: (url: string) => string };
    };
  }
}

/** `require-trusted-types-for 'script'` requires an approved URL. @see Trusted Types §4.6 */
function createWorkerUrlPolicy(workerUrl: string): (url: string) => string {
  const createScriptURL = (url: string) => {
    if (url !== workerUrl) throw new TypeError("Not the demo org's worker");
    return url;
  };
  const policy = window.trustedTypes?.createPolicy(policyName, { createScriptURL });
  return policy ? (url) => policy.createScriptURL(url) : createScriptURL;
}
