import { createOpenInTab } from "./open-in-tab.ts";
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
