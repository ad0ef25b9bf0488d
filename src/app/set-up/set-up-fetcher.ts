import type * as v from "valibot";
import type { ApiCall } from "../org-api/api-call.ts";
import { createOrgCaller, FailedCallError } from "../org-api/org-caller.ts";

export type SetUpFetcher = ReturnType<typeof createSetUpFetcher>;

/** More calls at once would only wait for each other in the worker. */
const maxParallelCalls = 8;

const timeoutMs = 10_000;

/** Creates a client for reading an org's set-up. All of its calls together have 10 seconds. */
export function createSetUpFetcher(orgUrl: string, fetch: typeof globalThis.fetch) {
  const inParallel = limitParallel(maxParallelCalls);
  const { get } = createOrgCaller(orgUrl, (...request) => inParallel(() => fetch(...request)));
  const signal = AbortSignal.timeout(timeoutMs);
  const fetchRequired = <T>(call: string | ApiCall, schema: v.GenericSchema<unknown, T>) =>
    get(call, schema, signal);
  return {
    /** Fetches an object that must exist, because another object refers to it. @throws The call failed. */
    fetchRequired,
    /** @returns `undefined` if the org responds with 404. @throws The call failed in another way. */
    fetchOptional: <T>(...request: Parameters<typeof fetchRequired<T>>) =>
      fetchRequired(...request).catch((cause: unknown) => {
        const failure = cause instanceof FailedCallError ? cause.failure : undefined;
        if (failure?.kind === "refused" && failure.status === 404) return undefined;
        throw cause;
      }),
  };
}

/** Runs tasks in order, at most `max` at the same time. */
function limitParallel(max: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The next task takes over the slot, so `running` stays the same.
      if (next) next();
      else running -= 1;
    }
  };
}
