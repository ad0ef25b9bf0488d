import * as v from "valibot";
import type { Store } from "./store.ts";
import { createTurns } from "./take-turns.ts";

const recordSchema = v.object({ expiresAt: v.number(), value: v.unknown() });
const indexSchema = v.map(v.string(), v.number());

/** More than a person, or a test suite, has at a time; fewer than would fill a browser's storage. */
const capacity = 5000;

/** Records of one kind that the store forgets by themselves. */
export type ExpiringRecords = {
  /** What is kept under an ID, as `unknown`; undefined where nothing is, or no longer. */
  readonly get: (id: string) => Promise<unknown>;
  /** Keeps a value until a time, in milliseconds since the epoch. */
  readonly set: (id: string, value: unknown, expiresAt: number) => Promise<void>;
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
  const change = (work: (index: Map<string, number>) => Promise<void>): Promise<void> =>
    takeTurn(async () => {
      index ??= await readIndex(store, kind);
      await work(index);
      // As it is, and no copy of it: a store in memory would be given a long one with each record.
      await store.set(kind, index);
    });

  /** The index is in order of age, which is near enough to the order of expiry. */
  const forgetOldest = async (entries: Map<string, number>) => {
    for (const [id, expiresAt] of entries) {
      if (expiresAt > clock() && entries.size <= capacity) return;
      entries.delete(id);
      await store.delete(keyOf(id));
    }
  };

  return {
    get: async (id) => {
      const record = v.safeParse(recordSchema, await store.get(keyOf(id)));
      return record.success && record.output.expiresAt > clock() ? record.output.value : undefined;
    },
    set: (id, value, expiresAt) =>
      change(async (entries) => {
        await store.set(keyOf(id), { expiresAt, value });
        entries.delete(id);
        entries.set(id, expiresAt);
        await forgetOldest(entries);
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
