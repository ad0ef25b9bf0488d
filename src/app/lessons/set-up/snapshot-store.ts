import { createStore, del, get, set } from "idb-keyval";
import * as v from "valibot";
import { createSafeStorage } from "../../safe-storage.ts";
import { snapshotMarkerKey } from "../snapshot-marker.ts";

const version = 1;

const snapshotSchema = v.object({
  version: v.literal(version),
  lesson: v.string(),
  /** The step that the org is set up for, from 1. */
  step: v.number(),
  before: v.unknown(),
  /** The exported org after the lesson's last change: any other state is the user's own. */
  after: v.unknown(),
});

type Snapshot = Omit<v.InferOutput<typeof snapshotSchema>, "version">;

export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

const key = "groups-explorer:lesson-snapshot";

const values = createStore("groups-explorer", "values");

/** Values by key. A call rejects where the browser disables the database, or has no room. */
const browserDatabase = {
  get: (name: string) => get<unknown>(name, values),
  set: (name: string, value: unknown) => set(name, value, values),
  del: (name: string) => del(name, values),
};

/** In IndexedDB: the file has passwords, and may be large. @param open Returns `localStorage`, which has only a marker. */
export function createSnapshotStore(open: () => Storage, database = browserDatabase) {
  // Without the marker, the org is restored on leaving the lesson, and not after a closed tab.
  const markers = createSafeStorage(open);
  return {
    /** @throws The storage can't be read: whether there is a snapshot is not known then. */
    async load(): Promise<Snapshot | undefined> {
      const stored = v.safeParse(snapshotSchema, await database.get(key));
      return stored.success ? stored.output : undefined;
    },
    /** @throws The browser has no room, or disables the storage. */
    async save(snapshot: Snapshot): Promise<void> {
      await database.set(key, { ...snapshot, version });
      markers.save(snapshotMarkerKey, "yes");
    },
    async remove(): Promise<void> {
      await database.del(key);
      markers.remove(snapshotMarkerKey);
    },
  };
}
