import { buildOrgUrl, workerFileName } from "./addresses.ts";
import type { PageMessage } from "./messages.ts";
import { isOrgAnswering } from "./org-probe.ts";

/** Whether the demo org can be spoken to, and if not, why not. */
export type DemoOrgStatus =
  | { readonly status: "starting" }
  | { readonly status: "ready" }
  | {
      readonly status: "unavailable";
      readonly reason: "unsupported" | "insecure_context" | "registration_failed" | "not_answering";
    };

/** `navigator.serviceWorker`, as far as it is used here. */
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

/** What connecting needs of the browser. */
export type WorkerSurroundings = {
  /** The page's own address, with its trailing slash. */
  readonly pageUrl: string;
  readonly isSecureContext: boolean;
  /** Undefined where the browser has no workers to offer. */
  readonly container: WorkerContainer | undefined;
  /** Vouches for the worker's address where the page's policy demands it (Trusted Types). */
  readonly trust: (workerUrl: string) => string;
  readonly fetch: typeof fetch;
};

/**
 * Installs the org's worker, has it control this page, and makes sure that it answers.
 *
 * A worker that is active is not enough: it answers only pages that it controls, and until then a fetch to the org
 * goes to the static host, which may say 200 with a page.
 *
 * @param deadline When to give up. Nothing is polled until then.
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
    // What blocks workers may also swallow the call, so the registration is looked up rather than believed.
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
  // The controller may also be someone else's, registered for the whole origin that this page is a corner of.
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
