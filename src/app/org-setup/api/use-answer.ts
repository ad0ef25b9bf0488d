import { useCallback, useEffect, useState } from "react";
import type * as v from "valibot";
import { type Answer, readAnswer } from "./answer.ts";
import { useOrgApi } from "./org-api-context.ts";

/**
 * Asks the org for one thing, or for a whole list. What is there stays while it is asked for again.
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
    readAnswer(api, { method: "GET", path }, schema, controller.signal).then(
      (answer) => setKept({ path, answer }),
      () => undefined, // given up: somebody else asks now
    );
    return () => controller.abort();
  }, [api, path, schema, turn]);

  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  return [kept?.path === path ? kept.answer : { status: "loading" }, reload];
}
