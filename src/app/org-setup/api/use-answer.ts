import { useCallback, useEffect, useState } from "react";
import type * as v from "valibot";
import { type Answer, fetchAnswer } from "./answer.ts";
import { useOrgApi } from "./org-api-context.ts";

/** Loads an object or a whole list. The old answer stays while it is reloaded. */
export function useAnswer<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
): readonly [answer: Answer<T>, reload: () => void] {
  const api = useOrgApi();
  const [last, setLast] = useState<{ path: string; answer: Answer<T> }>();
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reloads
  useEffect(() => {
    const controller = new AbortController();
    fetchAnswer(api, { method: "GET", path }, schema, controller.signal).then(
      (answer) => setLast({ path, answer }),
      () => undefined, // aborted: a newer effect loads it
    );
    return () => controller.abort();
  }, [api, path, schema, turn]);

  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  return [last?.path === path ? last.answer : { status: "loading" }, reload];
}
