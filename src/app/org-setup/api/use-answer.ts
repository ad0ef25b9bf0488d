import { useCallback, useEffect, useState } from "react";
import * as v from "valibot";
import type { ApiCall, ApiFailure, ApiOutcome } from "./api-call.ts";
import type { OrgApi } from "./org-api.ts";
import { useOrgApi } from "./org-api-context.ts";

/** What a page shows, as far as it has come. What is there stays while it is asked for again. */
export type Answer<T> =
  | { readonly status: "loading" }
  | { readonly status: "loaded"; readonly value: T }
  | { readonly status: "failed"; readonly failure: ApiFailure };

/**
 * Asks the org for one thing, or for a whole list, part after part.
 *
 * @param path What is asked for: `/api/v1/groups`.
 * @returns The answer, and how to ask again, as after a change.
 */
export function useAnswer<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
): readonly [answer: Answer<T>, reload: () => void] {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ path: string; answer: Answer<T> }>();
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    const controller = new AbortController();
    readAnswer(api, path, schema, controller.signal).then(
      (answer) => setKept({ path, answer }),
      () => undefined, // given up: somebody else asks now
    );
    return () => controller.abort();
  }, [api, path, schema, turn]);

  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  return [kept?.path === path ? kept.answer : { status: "loading" }, reload];
}

async function readAnswer<T>(
  api: OrgApi,
  path: string,
  schema: v.GenericSchema<unknown, T>,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const outcome = await readWhole(api, { method: "GET", path }, signal);
  if (outcome.kind !== "answered") return { status: "failed", failure: outcome };
  const parsed = v.safeParse(schema, outcome.body);
  return parsed.success
    ? { status: "loaded", value: parsed.output }
    : { status: "failed", failure: { kind: "unreadable" } };
}

async function readWhole(api: OrgApi, first: ApiCall, signal: AbortSignal): Promise<ApiOutcome> {
  const items: unknown[] = [];
  for (let call = first; ; ) {
    const outcome = await api(call, signal);
    if (outcome.kind !== "answered" || !Array.isArray(outcome.body)) return outcome;
    items.push(...outcome.body);
    if (!outcome.next) return { kind: "answered", body: items };
    call = outcome.next;
  }
}
