import * as v from "valibot";
import type { Store } from "./store.ts";
import { createTurns } from "./take-turns.ts";

const recordSchema = v.object({ expiresAt: v.number(), value: v.unknown() });
const indexSchema = v.map(v.string(), v.number());

/** More than a person, or a test suite, has at a time; fewer than would fill a browser's storage. */
const capacity = 5000;

/** A value, and until when it is kept, in milliseconds since the epoch. */
type Kept = { readonly value: unknown; readonly expiresAt: number };

/** Records of one kind that the store forgets by themselves. */
export type ExpiringRecords = {
  /** What is kept under an ID, as `unknown`; undefined where nothing is, or no longer. */
  readonly get: (id: string) => Promise<unknown>;
  /** Keeps a value until a time, in milliseconds since the epoch. */
  readonly set: (id: string, value: unknown, expiresAt: number) => Promise<void>;
  /**
   * Puts something else in the place of what is kept under an ID, or leaves it, with nothing in between: of two that
   * come at once the second sees what the first has left.
   *
   * @param work Gets what `get` would; what it keeps is left out where all is to stay as it is.
   */
  readonly exchange: <T>(
    id: string,
    work: (value: unknown) => { readonly kept?: Kept; readonly result: T },
  ) => Promise<T>;
  readonly delete: (id: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/**
 * Makes a shelf in the store for records of one kind. A store cannot list what it holds, so an index goes with them:
 * each time that one is put in, those past their time are taken out, and beyond capacity the oldest.
 *
 * @param clock Milliseconds since the epoch.
 */
export function createExpiringRecords(
  store: Store,
  kind: string,
  clock: () => number,
): ExpiringRecords {
  const keyOf = (id: string) => `${kind} ${id}`;
  let index: Map<string, number> | undefined;
  const takeTurn = createTurns();

  /** Changes take turns, for each builds on the index as the one before it left it. */
  const change = <T>(work: (index: Map<string, number>) => Promise<T>): Promise<T> =>
    takeTurn(async () => {
      index ??= await readIndex(store, kind);
      const result = await work(index);
      // As it is, and no copy of it: a store in memory would be given a long one with each record.
      await store.set(kind, index);
      return result;
    });

  /** The index is in order of age, which is near enough to the order of expiry. */
  const forgetOldest = async (entries: Map<string, number>) => {
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
  const put = async (entries: Map<string, number>, id: string, { value, expiresAt }: Kept) => {
    await store.set(keyOf(id), { expiresAt, value });
    entries.delete(id);
    entries.set(id, expiresAt);
    await forgetOldest(entries);
  };

  return {
    get,
    set: (id, value, expiresAt) => change((entries) => put(entries, id, { value, expiresAt })),
    exchange: (id, work) =>
      change(async (entries) => {
        const { kept, result } = work(await get(id));
        if (kept) await put(entries, id, kept);
        return result;
      }),
    delete: (id) =>
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

async function readIndex(store: Store, kind: string): Promise<Map<string, number>> {
  const index = v.safeParse(indexSchema, await store.get(kind));
  return index.success ? index.output : new Map();
}
