import * as v from "valibot";
import type { ApiCall, ApiFailure, ApiOutcome } from "./api-call.ts";
import type { OrgApi } from "./org-api.ts";

export type Answer<T> =
  | { readonly status: "loading" }
  | { readonly status: "loaded"; readonly value: T }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/** Fetches an object or a whole list, page by page. @throws When `signal` is aborted. */
export async function fetchAnswer<T>(
  api: OrgApi,
  call: ApiCall,
  schema: v.GenericSchema<unknown, T>,
  signal?: AbortSignal,
): Promise<Exclude<Answer<T>, { status: "loading" }>> {
  const outcome = await fetchWholeList(api, call, signal);
  if (outcome.kind !== "answered") return { status: "failed", failure: outcome };
  const parsed = v.safeParse(schema, outcome.body);
  return parsed.success
    ? { status: "loaded", value: parsed.output }
    : { status: "failed", failure: { kind: "unreadable" } };
}

/** Joins two answers: loaded when both are loaded, failed when either failed. */
export function joinAnswers<A, B>(one: Answer<A>, other: Answer<B>): Answer<readonly [A, B]> {
  if (one.status === "failed") return one;
  if (other.status === "failed") return other;
  if (one.status === "loading" || other.status === "loading") return { status: "loading" };
  return { status: "loaded", value: [one.value, other.value] };
}

async function fetchWholeList(
  api: OrgApi,
  first: ApiCall,
  signal?: AbortSignal,
): Promise<ApiOutcome> {
  const items: unknown[] = [];
  for (let call = first; ; ) {
    const outcome = await api(call, signal);
    if (outcome.kind !== "answered" || !Array.isArray(outcome.body)) return outcome;
    items.push(...outcome.body);
    if (!outcome.next) return { kind: "answered", body: items };
    call = outcome.next;
  }
}
