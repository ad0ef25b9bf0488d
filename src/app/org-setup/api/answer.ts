import * as v from "valibot";
import type { ApiCall, ApiFailure, ApiOutcome } from "./api-call.ts";
import type { OrgApi } from "./org-api.ts";

/** What a page shows of the org, as far as it has come. */
export type Answer<T> =
  | { readonly status: "loading" }
  | { readonly status: "loaded"; readonly value: T }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/**
 * Asks the org for one thing, or for a whole list, part after part, and reads what comes.
 *
 * @returns Never "loading": this is what came of it.
 * @throws Where `signal` says that nobody waits any more.
 */
export async function readAnswer<T>(
  api: OrgApi,
  call: ApiCall,
  schema: v.GenericSchema<unknown, T>,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const outcome = await readWhole(api, call, signal);
  if (outcome.kind !== "answered") return { status: "failed", failure: outcome };
  const parsed = v.safeParse(schema, outcome.body);
  return parsed.success
    ? { status: "loaded", value: parsed.output }
    : { status: "failed", failure: { kind: "unreadable" } };
}

/** Two answers as one: there when both are, failed when either has. */
export function joinAnswers<A, B>(one: Answer<A>, other: Answer<B>): Answer<readonly [A, B]> {
  if (one.status === "failed") return one;
  if (other.status === "failed") return other;
  if (one.status === "loading" || other.status === "loading") return { status: "loading" };
  return { status: "loaded", value: [one.value, other.value] };
}

async function readWhole(api: OrgApi, first: ApiCall, signal?: AbortSignal): Promise<ApiOutcome> {
  const items: unknown[] = [];
  for (let call = first; ; ) {
    const outcome = await api(call, signal);
    if (outcome.kind !== "answered" || !Array.isArray(outcome.body)) return outcome;
    items.push(...outcome.body);
    if (!outcome.next) return { kind: "answered", body: items };
    call = outcome.next;
  }
}
