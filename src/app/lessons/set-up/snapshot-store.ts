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
  /** The exported org after the lesson's last change. If the org differs from it, the user made changes. */
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

/** Stores the org in IndexedDB: it has passwords, and may be large. @param open Returns `localStorage`, for a marker. */
export function createSnapshotStore(open: () => Storage, database = browserDatabase) {
  // Without the marker, the org is still restored when the lesson is left, but not after its tab was closed.
  const markers = createSafeStorage(open);
  return {
    /** @throws The storage can't be read, so there may be a snapshot. */
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
