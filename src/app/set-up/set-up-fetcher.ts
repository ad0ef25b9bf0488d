import type * as v from "valibot";
import { fetchAnswer } from "../org-setup/api/answer.ts";
import type { ApiCall } from "../org-setup/api/api-call.ts";
import { createOrgApi } from "../org-setup/api/org-api.ts";

export type SetUpFetcher = {
  /** `undefined` if the org does not have it. @throws {UnreadableSetUpError} The call failed in another way. */
  readonly fetchOptional: <T>(
    call: string | ApiCall,
    schema: v.GenericSchema<unknown, T>,
  ) => Promise<T | undefined>;
  /** The same for what must be there, because something else of the org refers to it. */
  readonly fetchRequired: <T>(
    call: string | ApiCall,
    schema: v.GenericSchema<unknown, T>,
  ) => Promise<T>;
};

class UnreadableSetUpError extends Error {}

/** More calls at once would only wait for each other in the worker. */
const maxParallelCalls = 8;

const timeoutMs = 10_000;

export function createSetUpFetcher(orgUrl: string, fetch: typeof globalThis.fetch): SetUpFetcher {
  const inParallel = limitParallel(maxParallelCalls);
  const api = createOrgApi(orgUrl, (...request) => inParallel(() => fetch(...request)));
  const signal = AbortSignal.timeout(timeoutMs);

  const fetchOptional: SetUpFetcher["fetchOptional"] = async (call, schema) => {
    const asCall = typeof call === "string" ? ({ method: "GET", path: call } as const) : call;
    const answer = await fetchAnswer(api, asCall, schema, signal);
    if (answer.status === "loaded") return answer.value;
    const isMissing =
      answer.status === "failed" &&
      answer.failure.kind === "refused" &&
      answer.failure.status === 404;
    if (isMissing) return undefined;
    throw new UnreadableSetUpError(asCall.path);
  };

  return {
    fetchOptional,
    async fetchRequired(call, schema) {
      const value = await fetchOptional(call, schema);
      if (value === undefined) throw new UnreadableSetUpError();
      return value;
    },
  };
}

/** Runs tasks as they come, but no more than `max` at once. */
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
      // The next task takes this one's place.
      if (next) next();
      else running -= 1;
    }
  };
}
