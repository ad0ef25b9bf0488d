import type * as v from "valibot";
import { fetchAnswer } from "./answer.ts";
import type { ApiCall, ApiFailure } from "./api-call.ts";
import { describeFailure } from "./describe-failure.ts";
import { createOrgApi } from "./org-api.ts";

/** Stops a sequence of calls at the first that fails. Its message is for the user. */
export class FailedCallError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(describeFailure(failure));
    this.failure = failure;
  }
}

/** A client for sequences of calls. Both methods throw a `FailedCallError`. */
export function createOrgCaller(orgUrl: string, fetch: typeof globalThis.fetch) {
  const api = createOrgApi(orgUrl, fetch);
  return {
    /** @returns The response's body. */
    async send(call: ApiCall): Promise<unknown> {
      const outcome = await api(call);
      if (outcome.kind !== "answered") throw new FailedCallError(outcome);
      return outcome.body;
    },
    async get<T>(
      call: string | ApiCall,
      schema: v.GenericSchema<unknown, T>,
      signal?: AbortSignal,
    ): Promise<T> {
      const asCall = typeof call === "string" ? ({ method: "GET", path: call } as const) : call;
      const answer = await fetchAnswer(api, asCall, schema, signal);
      if (answer.status === "loaded") return answer.value;
      throw new FailedCallError(answer.failure);
    },
  };
}
