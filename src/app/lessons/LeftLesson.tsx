import { useState, useSyncExternalStore } from "react";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { parseChoice } from "../request-choice.ts";
import { RestoreNotice } from "./bar/RestoreNotice.tsx";
import { createLessonParts } from "./lesson-parts.ts";

/** On pages without a lesson: restores what a lesson changed, unless the page's query says that it is still open. */
export function LeftLesson({ demoOrg }: { demoOrg: DemoOrgHandle }) {
  const { status } = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [{ org, openInTab }] = useState(() => createLessonParts(demoOrg.orgUrl));
  if (parseChoice(location.search).lesson !== "") return null;
  return <RestoreNotice org={status === "ready" ? org : undefined} openInTab={openInTab} />;
}
