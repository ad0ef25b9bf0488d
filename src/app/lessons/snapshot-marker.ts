import { createSafeStorage } from "../safe-storage.ts";

export const snapshotMarkerKey = "groups-explorer:lesson-changed-org";

/** Whether a lesson changed the org and it was not restored yet. Pages load the code that restores it only then. */
export function hasSnapshotMarker(open: () => Storage): boolean {
  return createSafeStorage(open).load(snapshotMarkerKey) !== undefined;
}
