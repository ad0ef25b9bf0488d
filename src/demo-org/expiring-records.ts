import * as v from "valibot";
import { createSerialQueue } from "./serial-queue.ts";
import type { Store } from "./store.ts";

const recordSchema = v.object({ expiresAt: v.number(), value: v.unknown() });
const indexSchema = v.map(v.string(), v.number());

const defaultCapacity = 5000;

type ExpiringValue = { readonly value: unknown; readonly expiresAt: number };

export type ExpiringRecords = ReturnType<typeof createExpiringRecords>;

/** A store can't list its keys, so an index is stored too. Writing deletes expired and excess records. */
export function createExpiringRecords(
  store: Store,
  kind: string,
  clock: () => number,
  capacity = defaultCapacity,
) {
  const keyOf = (id: string) => `${kind} ${id}`;
  let index: Map<string, number> | undefined;
  const enqueue = createSerialQueue();

  /** Changes run one at a time, because each one updates the index that the previous change stored. */
  const change = <T>(work: (index: Map<string, number>) => Promise<T>): Promise<T> =>
    enqueue(async () => {
      index ??= await loadIndex(store, kind);
      const result = await work(index);
      // Not copied: the index can be long, and this runs for each record.
      await store.set(kind, index);
      return result;
    });

  const deleteOldest = async (entries: Map<string, number>) => {
    for (const [id, expiresAt] of entries) {
      if (expiresAt > clock() && entries.size <= capacity) return;
      entries.delete(id);
      await store.delete(keyOf(id));
    }
  };

  const get = async (id: string) => {
    const record = v.safeParse(recordSchema, await store.get(keyOf(id)));
    return record.success && record.output.expiresAt > clock() ? record.output.value : undefined;
  };
  const put = async (
    entries: Map<string, number>,
    id: string,
    { value, expiresAt }: ExpiringValue,
  ) => {
    await store.set(keyOf(id), { expiresAt, value });
    entries.delete(id);
    entries.set(id, expiresAt);
    await deleteOldest(entries);
  };

  return {
    get,
    set: (id: string, value: unknown, expiresAt: number) =>
      change((entries) => put(entries, id, { value, expiresAt })),
    /** Reads a value and replaces it if `work` returns a `replacement`. No other change runs in between. */
    exchange: <T>(
      id: string,
      work: (value: unknown) => { readonly replacement?: ExpiringValue; readonly result: T },
    ) =>
      change(async (entries) => {
        const { replacement, result } = work(await get(id));
        if (replacement) await put(entries, id, replacement);
        return result;
      }),
    delete: (id: string) =>
      change(async (entries) => {
        entries.delete(id);
        await store.delete(keyOf(id));
      }),
    clear: () =>
      change(async (entries) => {
        for (const id of entries.keys()) await store.delete(keyOf(id));
        entries.clear();
      }),
  };
}

async function loadIndex(store: Store, kind: string): Promise<Map<string, number>> {
  const index = v.safeParse(indexSchema, await store.get(kind));
  return index.success ? index.output : new Map();
}
