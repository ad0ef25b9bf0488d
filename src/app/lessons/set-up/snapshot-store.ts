import * as v from "valibot";
import { browserDatabase, type KeyValueDatabase } from "./browser-database.ts";

const version = 1;

const snapshotSchema = v.object({
  version: v.literal(version),
  lesson: v.string(),
  before: v.unknown(),
  after: v.unknown(),
});

/** The demo org as it was before a lesson changed it. */
export type Snapshot = {
  /** The ID of the lesson that the user allowed to change the org. */
  lesson: string;
  /** The exported org before the first change. */
  before: unknown;
  /** The exported org after the lesson's last change: any other state is the user's own. */
  after: unknown;
};

/** Where the snapshot is kept until the org is restored, across reloads and closed tabs. */
export type SnapshotStore = {
  readonly load: () => Promise<Snapshot | undefined>;
  /** @throws The browser has no room, or disables the storage. */
  readonly save: (snapshot: Snapshot) => Promise<void>;
  readonly remove: () => Promise<void>;
};

const key = "groups-explorer:lesson-snapshot";

/** In IndexedDB, as the demo org itself: the file has its users' passwords, and may be large. */
export function createSnapshotStore(database: KeyValueDatabase = browserDatabase): SnapshotStore {
  return {
    async load() {
      const stored = v.safeParse(snapshotSchema, await database.get(key).catch(() => undefined));
      if (!stored.success) return undefined;
      const { lesson, before, after } = stored.output;
      return { lesson, before, after };
    },
    save: (snapshot) => database.set(key, { version, ...snapshot }),
    remove: () => database.delete(key),
  };
}
