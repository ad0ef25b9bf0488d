import { useEffect, useState } from "react";
import { afterNextFrame } from "./after-next-frame.ts";

type Options = {
  /** Delays every fetch but the first, because the user may be typing. */
  delayMs?: number;
  /** A new version fetches again. The earlier value is returned until the new one has arrived. */
  version?: string | number | boolean;
  /** Window events that fetch again. Pass the same array for every render. */
  refreshOn?: readonly string[];
};

const noEvents: readonly string[] = [];

/**
 * Fetches a value, and again when its key changes.
 *
 * @param key Compared by its JSON. `undefined`: nothing is fetched.
 * @returns `undefined` until the value for this key has arrived, or if the fetch failed.
 */
export function useFetched<Key, Value>(
  key: Key | undefined,
  fetch: (key: Key, signal: AbortSignal) => Promise<Value>,
  { delayMs = 0, version, refreshOn = noEvents }: Options = {},
): Value | undefined {
  const json = JSON.stringify(key);
  const [known, setKnown] = useState<{ json: string; value: Value }>();
  const [refreshCount, setRefreshCount] = useState(0);
  const isFirst = known === undefined;

  useEffect(() => {
    const cancellation = new AbortController();
    for (const event of refreshOn) {
      window.addEventListener(event, () => setRefreshCount((it) => it + 1), cancellation);
    }
    return () => cancellation.abort();
  }, [refreshOn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the JSON changes with the key, and `fetch` is a new function at each rendering
  useEffect(() => {
    if (key === undefined) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const load = () => {
      if (signal.aborted) return;
      fetch(key, signal).then(
        (value) => !signal.aborted && setKnown({ json, value }),
        () => undefined,
      );
    };
    if (isFirst) afterNextFrame(load);
    else setTimeout(load, delayMs);
    return () => cancellation.abort();
  }, [json, version, refreshCount]);

  return known && known.json === json ? known.value : undefined;
}
