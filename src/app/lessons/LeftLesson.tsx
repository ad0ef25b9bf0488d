import { useState, useSyncExternalStore } from "react";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { parseChoice } from "../request-choice.ts";
import { RestoreNotice } from "./bar/RestoreNotice.tsx";
import { createLessonParts } from "./lesson-parts.ts";

/** Restores the demo org after a lesson, on pages that show no lesson. Does nothing if the page's query has a lesson. */
export function LeftLesson({ demoOrg }: { demoOrg: DemoOrgHandle }) {
  const { status } = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [{ org, openInTab }] = useState(() => createLessonParts(demoOrg.orgUrl));
  if (parseChoice(location.search).lesson !== "") return null;
  return <RestoreNotice org={status === "ready" ? org : undefined} openInTab={openInTab} />;
}
