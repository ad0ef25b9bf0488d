export const snapshotMarkerKey = "groups-explorer:lesson-changed-org";

/** Whether a lesson's change was not restored yet. Pages load the code that restores it only then. */
export function hasSnapshotMarker(open: () => Storage): boolean {
  try {
    return open().getItem(snapshotMarkerKey) !== null;
  } catch {
    return false;
  }
}
