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
export type OpenInTab = {
  readonly has: () => boolean;
  readonly set: () => void;
  readonly clear: () => void;
};

const key = "lesson-open";

/** @param open Returns `sessionStorage`, whose getter throws where it is disabled. */
export function createOpenInTab(open: () => Storage): OpenInTab {
  function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  }
  return {
    has: () => attempt((storage) => storage.getItem(key) !== null, false),
    set: () => attempt((storage) => storage.setItem(key, "yes"), undefined),
    clear: () => attempt((storage) => storage.removeItem(key), undefined),
  };
}
