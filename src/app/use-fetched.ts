import { useEffect, useState } from "react";
import { afterNextFrame } from "./after-next-frame.ts";

type Options = {
  /** The user may be typing: waits so long before each fetch but the first. */
  delayMs?: number;
  /** Another version fetches again. Until then the earlier result counts. */
  version?: string | number | boolean;
  /** Events of the window that fetch again. The same array for every render. */
  refreshOn?: readonly string[];
};

const noEvents: readonly string[] = [];

/**
 * Fetches the answer to a question, and again when the question changes.
 *
 * @param question Compared by its JSON. `undefined`: nothing is fetched.
 * @returns `undefined` until the answer to this question is there, or if the fetch failed.
 */
export function useFetched<Question, Answer>(
  question: Question | undefined,
  fetch: (question: Question, signal: AbortSignal) => Promise<Answer>,
  { delayMs = 0, version, refreshOn = noEvents }: Options = {},
): Answer | undefined {
  const key = JSON.stringify(question);
  const [known, setKnown] = useState<{ key: string; answer: Answer }>();
  const [refreshCount, setRefreshCount] = useState(0);
  const isFirst = known === undefined;

  useEffect(() => {
    const cancellation = new AbortController();
    for (const event of refreshOn) {
      window.addEventListener(event, () => setRefreshCount((it) => it + 1), cancellation);
    }
    return () => cancellation.abort();
  }, [refreshOn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with the question, and `fetch` is a new function at each rendering
  useEffect(() => {
    if (question === undefined) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const load = () => {
      if (signal.aborted) return;
      fetch(question, signal).then(
        (answer) => !signal.aborted && setKnown({ key, answer }),
        () => undefined,
      );
    };
    if (isFirst) afterNextFrame(load);
    else setTimeout(load, delayMs);
    return () => cancellation.abort();
  }, [key, version, refreshCount]);

  return known && known.key === key ? known.answer : undefined;
}
