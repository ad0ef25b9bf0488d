import { createSafeStorage } from "../safe-storage.ts";
import { createProgressStore } from "./progress.ts";
import { createLessonOrg } from "./set-up/lesson-org.ts";
import { createSnapshotStore } from "./set-up/snapshot-store.ts";

export function createLessonParts(demoOrgUrl: string) {
  const local = () => window.localStorage;
  return {
    openInTab: createOpenInTab(() => window.sessionStorage),
    progress: createProgressStore(local),
    org: createLessonOrg(demoOrgUrl, createSnapshotStore(local), (...call) => fetch(...call)),
  };
}

/** Whether a lesson is open in this tab, or was until it was left a moment ago. Survives a reload and a navigation. */
export type OpenInTab = ReturnType<typeof createOpenInTab>;

function createOpenInTab(open: () => Storage) {
  const storage = createSafeStorage(open);
  const key = "lesson-open";
  return {
    has: () => storage.load(key) !== undefined,
    set: () => storage.save(key, "yes"),
    clear: () => storage.remove(key),
  };
}
