/** The key of the marker in `localStorage`. */
export const snapshotMarkerKey = "groups-explorer:lesson-changed-org";

/**
 * Whether a lesson has changed the demo org in this browser, and it was not restored yet. Can be told at once: a page
 * without a lesson loads the code that restores the org only where it is needed.
 *
 * @param open Returns `localStorage`, whose getter throws where it is disabled.
 */
export function hasSnapshotMarker(open: () => Storage): boolean {
  try {
    return open().getItem(snapshotMarkerKey) !== null;
  } catch {
    return false;
  }
}
