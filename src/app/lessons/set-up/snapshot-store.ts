import * as v from "valibot";
import { snapshotMarkerKey } from "../snapshot-marker.ts";
import { browserDatabase, type KeyValueDatabase } from "./browser-database.ts";

const version = 1;

const snapshotSchema = v.object({
  version: v.literal(version),
  lesson: v.string(),
  step: v.number(),
  before: v.unknown(),
  after: v.unknown(),
});

export type Snapshot = {
  lesson: string;
  /** The step that the org is set up for, from 1. */
  step: number;
  before: unknown;
  /** The exported org after the lesson's last change: any other state is the user's own. */
  after: unknown;
};

export type SnapshotStore = {
  /** @throws The storage can't be read: whether there is a snapshot is not known then. */
  readonly load: () => Promise<Snapshot | undefined>;
  /** @throws The browser has no room, or disables the storage. */
  readonly save: (snapshot: Snapshot) => Promise<void>;
  readonly remove: () => Promise<void>;
};

const key = "groups-explorer:lesson-snapshot";

/** In IndexedDB: the file has passwords, and may be large. @param open Returns `localStorage`, which has only a marker. */
export function createSnapshotStore(
  open: () => Storage,
  database: KeyValueDatabase = browserDatabase,
): SnapshotStore {
  function mark(change: (storage: Storage) => void): void {
    try {
      change(open());
    } catch {
      // Disabled or full: the org is then restored on leaving the lesson, and not after a closed tab.
    }
  }

  return {
    async load() {
      const stored = v.safeParse(snapshotSchema, await database.get(key));
      if (!stored.success) return undefined;
      const { lesson, step, before, after } = stored.output;
      return { lesson, step, before, after };
    },
    async save(snapshot) {
      await database.set(key, { version, ...snapshot });
      mark((storage) => storage.setItem(snapshotMarkerKey, "yes"));
    },
    async remove() {
      await database.delete(key);
      mark((storage) => storage.removeItem(snapshotMarkerKey));
    },
  };
}
