import { buildOrgUrl, workerFileName } from "./addresses.ts";
import type { PageMessage } from "./messages.ts";

export type DemoOrgStatus =
  | { readonly status: "starting" }
  | { readonly status: "ready" }
  | {
      readonly status: "unavailable";
      readonly reason:
        | "unsupported"
        | "insecure_context"
        | "registration_failed"
        | "not_answering"
        | "not_loaded"
        | "left_out";
    };

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

export type WorkerEnvironment = {
  readonly pageUrl: string;
  readonly isSecureContext: boolean;
  readonly container: WorkerContainer | undefined;
  readonly trust: (workerUrl: string) => string;
  readonly fetch: typeof fetch;
};

/**
 * Registers the worker, and waits until it controls the page and responds as the org. Until then, the static host
 * responds to requests for the org, possibly with status 200.
 *
 * @returns `ready`, or the reason why the org is unavailable.
 * @see Service Workers §3.2 and §4.3.2
 */
export async function connectToWorker(
  environment: WorkerEnvironment,
  deadline: AbortSignal,
): Promise<DemoOrgStatus> {
  const { container, isSecureContext, pageUrl } = environment;
  if (!isSecureContext) return { status: "unavailable", reason: "insecure_context" };
  if (!container) return { status: "unavailable", reason: "unsupported" };

  const workerUrl = new URL(workerFileName, pageUrl).href;
  const { trust, fetch } = environment;
  if (!(await register(container, trust(workerUrl), pageUrl)))
    return { status: "unavailable", reason: "registration_failed" };

  const isAnswering =
    (await isControlled(container, workerUrl, deadline)) &&
    (await isOrgAnswering(buildOrgUrl(pageUrl), fetch, deadline));
  return isAnswering ? { status: "ready" } : { status: "unavailable", reason: "not_answering" };
}

async function register(
  container: WorkerContainer,
  workerUrl: string,
  scope: string,
): Promise<boolean> {
  try {
    await container.register(workerUrl, { scope, updateViaCache: "none" });
    // Software that blocks workers may ignore the call without an error.
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
    const check = () => isOurs() && resolve();
    container.addEventListener("controllerchange", check, { signal: deadline });
    deadline.addEventListener("abort", () => resolve(), { once: true });
  });
  void container.ready.then(({ active }) => {
    if (!isOurs()) active?.postMessage({ type: "claim" });
  });
  await settled;
  return isOurs();
}

/** Checks the issuer, as a static host may return its page with status 200. @see OpenID Connect Discovery 1.0 §4.3 */
export async function isOrgAnswering(
  orgUrl: string,
  fetch: typeof globalThis.fetch,
  deadline: AbortSignal,
): Promise<boolean> {
  try {
    const metadataUrl = `${orgUrl}/.well-known/openid-configuration`;
    const response = await fetch(metadataUrl, { cache: "no-store", signal: deadline });
    const metadata: { readonly issuer?: unknown } | null = await response.json();
    return metadata?.issuer === orgUrl;
  } catch {
    return false;
  }
}
