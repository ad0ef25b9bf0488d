import { useEffect, useState } from "react";
import type * as v from "valibot";
import { type Answer, readAnswer } from "./answer.ts";
import type { ApiCall } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";

/** Long enough that a word typed at once is asked about once. */
const pauseMs = 150;

/**
 * Asks the org what something comes to that is being typed, a moment after the typing has paused.
 *
 * @param call undefined while there is nothing to ask.
 * @returns The answer to just this call, and to no earlier one.
 */
export function useCheck<T>(
  call: ApiCall | undefined,
  schema: v.GenericSchema<unknown, T>,
): Answer<T> {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ key: string; answer: Answer<T> }>();
  const key = call && JSON.stringify(call);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call, which is made anew each time
  useEffect(() => {
    if (!call || key === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      readAnswer(api, call, schema, controller.signal).then(
        (answer) => setKept({ key, answer }),
        () => undefined, // given up: something else is typed now
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, schema]);

  return kept && kept.key === key ? kept.answer : { status: "loading" };
}
