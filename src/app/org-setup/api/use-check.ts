import { useEffect, useState } from "react";
import * as v from "valibot";
import type { ApiCall } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";

/** Long enough that a word typed at once is asked about once. */
const pauseMs = 150;

/**
 * Asks the org what something comes to that is being typed, a moment after the typing has paused.
 *
 * @param call undefined while there is nothing to ask.
 * @returns The org's answer to just this call; undefined until it is there, and where the org cannot say.
 */
export function useCheck<T>(
  call: ApiCall | undefined,
  schema: v.GenericSchema<unknown, T>,
): T | undefined {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ key: string; answer: T }>();
  const key = call && JSON.stringify(call);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call, which is made anew each time
  useEffect(() => {
    if (!call || key === undefined) return;
    const controller = new AbortController();
    const check = async () => {
      const outcome = await api(call, controller.signal);
      const answer = v.safeParse(schema, outcome.kind === "answered" ? outcome.body : undefined);
      if (answer.success) setKept({ key, answer: answer.output });
    };
    const timer = setTimeout(() => void check().catch(() => undefined), pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, schema]);

  return kept?.key === key ? kept?.answer : undefined;
}
