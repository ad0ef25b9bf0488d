import { useEffect, useState } from "react";
import type * as v from "valibot";
import { type Answer, fetchAnswer } from "./answer.ts";
import type { ApiCall } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";

/** Debounce time: one check per word rather than per key. */
const pauseMs = 150;

/**
 * Makes a call that checks what is being typed, debounced.
 *
 * @param call undefined while there is nothing to check.
 * @returns The answer to this call, never to an earlier one.
 */
export function useCheck<T>(
  call: ApiCall | undefined,
  schema: v.GenericSchema<unknown, T>,
): Answer<T> {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ key: string; answer: Answer<T> }>();
  const key = call && JSON.stringify(call);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call, which is a new object on each render
  useEffect(() => {
    if (!call || key === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchAnswer(api, call, schema, controller.signal).then(
        (answer) => setKept({ key, answer }),
        () => undefined, // aborted: a newer call replaced it
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, schema]);

  return kept && kept.key === key ? kept.answer : { status: "loading" };
}
