import { buildOrgUrl, workerFileName } from "./addresses.ts";
import type { PageMessage } from "./messages.ts";
import { isOrgAnswering } from "./org-probe.ts";

/** Whether the demo org can be reached, and if not, why. */
export type DemoOrgStatus =
  | { readonly status: "starting" }
  | { readonly status: "ready" }
  | {
      readonly status: "unavailable";
      readonly reason: "unsupported" | "insecure_context" | "registration_failed" | "not_answering";
    };

/** The used part of `navigator.serviceWorker`. */
export type WorkerContainer = {
  readonly controller: { readonly scriptURL: string } | null;
  readonly ready: Promise<{
    readonly active: { readonly postMessage: (message: PageMessage) => void } | null;
  }>;
  readonly register: (workerUrl: string, options: RegistrationOptions) => Promise<unknown>;
  readonly getRegistration: (scope: string) => Promise<unknown>;
  readonly addEventListener: (
    type: "controllerchange",
    listener: () => void,
    options: { readonly signal: AbortSignal },
  ) => void;
};

/** Browser APIs and addresses that connecting needs. */
export type WorkerSurroundings = {
  /** The page's own address, with its trailing slash. */
  readonly pageUrl: string;
  readonly isSecureContext: boolean;
  /** undefined if the browser doesn't support workers. */
  readonly container: WorkerContainer | undefined;
  /** Creates a TrustedScriptURL for the worker, if the page's policy requires one. */
  readonly trust: (workerUrl: string) => string;
  readonly fetch: typeof fetch;
};

/**
 * Installs the org's worker, lets it control this page, and checks that it responds.
 *
 * An active worker is not enough: it only responds to pages that it controls. Until then requests to the org reach the
 * static host, which may return a page with status 200.
 *
 * @param deadline When to give up.
 * @returns `ready` or `unavailable`; never throws.
 * @see Service Workers §3.2 (ready, controller) and §4.3.2 (claim)
 */
export async function connectToWorker(
  surroundings: WorkerSurroundings,
  deadline: AbortSignal,
): Promise<DemoOrgStatus> {
  const { container, isSecureContext, pageUrl } = surroundings;
  if (!isSecureContext) return { status: "unavailable", reason: "insecure_context" };
  if (!container) return { status: "unavailable", reason: "unsupported" };

  const workerUrl = new URL(workerFileName, pageUrl).href;
  const { trust, fetch } = surroundings;
  if (!(await register(container, trust(workerUrl), pageUrl)))
    return { status: "unavailable", reason: "registration_failed" };

  const answers =
    (await isControlled(container, workerUrl, deadline)) &&
    (await isOrgAnswering(buildOrgUrl(pageUrl), fetch, deadline));
  return answers ? { status: "ready" } : { status: "unavailable", reason: "not_answering" };
}

async function register(
  container: WorkerContainer,
  workerUrl: string,
  scope: string,
): Promise<boolean> {
  try {
    await container.register(workerUrl, { scope, updateViaCache: "none" });
    // What blocks workers may ignore the call without an error, so check that there is a registration.
    return (await container.getRegistration(scope)) !== undefined;
  } catch {
    return false;
  }
}

async function isControlled(
  container: WorkerContainer,
  workerUrl: string,
  deadline: AbortSignal,
): Promise<boolean> {
  // The controller may be another worker, registered for a parent directory.
  const isOurs = () => container.controller?.scriptURL === workerUrl;
  if (isOurs() || deadline.aborted) return isOurs();

  const settled = new Promise<void>((resolve) => {
    const look = () => isOurs() && resolve();
    container.addEventListener("controllerchange", look, { signal: deadline });
    deadline.addEventListener("abort", () => resolve(), { once: true });
  });
  void container.ready.then(({ active }) => {
    if (!isOurs()) active?.postMessage({ type: "claim" });
  });
  await settled;
  return isOurs();
}
