import { workerFileName } from "./addresses.ts";
import {
  connectToWorker,
  type DemoOrgStatus,
  type WorkerEnvironment,
} from "./connect-to-worker.ts";

/** Enough for a first visit to load and start the worker over a slow connection. */
const timeoutMs = 15_000;

let environment: WorkerEnvironment | undefined;

/** @param retry Called when the page gets a new controller: a worker that started late or was unblocked. */
export async function connect(pageUrl: string, retry: () => void): Promise<DemoOrgStatus> {
  environment ??= createEnvironment(pageUrl, retry);
  return connectToWorker(environment, AbortSignal.timeout(timeoutMs));
}

export function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task);
  else setTimeout(task, 1_000);
}

function createEnvironment(pageUrl: string, retry: () => void): WorkerEnvironment {
  const container = findContainer();
  container?.addEventListener("controllerchange", retry);
  if (import.meta.env.DEV) void lookForNewWorker(container, pageUrl);
  return {
    pageUrl,
    container,
    isSecureContext: window.isSecureContext,
    trust: createWorkerUrlPolicy(new URL(workerFileName, pageUrl).href),
    fetch: (input, init) => fetch(input, init),
  };
}

function findContainer(): ServiceWorkerContainer | undefined {
  try {
    return "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
  } catch {
    return undefined; // a sandboxed frame may throw on access
  }
}

/** Checks for an update at once. Browsers check some seconds after a page loads, which is too slow in development. */
async function lookForNewWorker(
  container: ServiceWorkerContainer | undefined,
  scope: string,
): Promise<void> {
  // `update` fails on a first visit, while the worker is being installed (Service Workers §3.2.7).
  await container
    ?.getRegistration(scope)
    .then((registration) => registration?.update())
    .catch(() => undefined);
}

/** The only Trusted Types policy that the page's Content-Security-Policy allows. */
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

/** The page's `require-trusted-types-for 'script'` requires a trusted worker URL. @see Trusted Types §4.6 */
function createWorkerUrlPolicy(workerUrl: string): (url: string) => string {
  const createScriptURL = (url: string) => {
    if (url !== workerUrl) throw new TypeError("Not the demo org's worker");
    return url;
  };
  const policy = window.trustedTypes?.createPolicy(policyName, { createScriptURL });
  return policy ? (url) => policy.createScriptURL(url) : createScriptURL;
}
