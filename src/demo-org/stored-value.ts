import * as v from "valibot";
import { createSerialQueue } from "./serial-queue.ts";
import type { Store } from "./store.ts";

/**
 * One value in the store, kept in memory once it is loaded. A stored value in an outdated format is ignored.
 *
 * @param fallback The default. It is never stored, so that a new release can change it.
 */
export function createStoredValue<T>(
  store: Store,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  fallback: T,
) {
  const enqueue = createSerialQueue();
  let current = fallback;
  let loading: Promise<void> | undefined;

  const loadStored = async () => {
    const stored = v.safeParse(schema, await store.get(key));
    current = stored.success ? stored.output : fallback;
  };
  const load = async () => {
    loading ??= loadStored().catch((cause: unknown) => {
      loading = undefined;
      throw cause;
    });
    await loading;
    return current;
  };
  return {
    load,
    /** The loaded value, without waiting. Before the first `load` it is the default. */
    current: () => current,
    /** Changes run one at a time, each based on the previous one. If `change` throws, nothing is changed. */
    change: (change: (latest: T) => T) =>
      enqueue(async () => {
        const next = change(await load());
        await store.set(key, next);
        current = next;
        return next;
      }),
    reset: () =>
      enqueue(async () => {
        await load();
        await store.delete(key);
        current = fallback;
      }),
  };
}
