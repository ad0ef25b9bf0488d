import { useEffect, useState } from "react";
import { parseChoice } from "../request-choice.ts";
import type { Session } from "../session.ts";
import type { SessionState } from "../session-state.ts";
import styles from "./bar/LessonBar.module.css";
import { LessonBar } from "./bar/LessonBar.tsx";
import { RestoreNotice } from "./bar/RestoreNotice.tsx";
import { findLesson } from "./catalogue/lessons.ts";
import { createLessonParts } from "./lesson-parts.ts";
import { openStep } from "./open-step.ts";

type LessonPartProps = {
  state: SessionState;
  session: Session;
  demoOrgUrl: string;
  isDemoOrgReady: boolean;
};

/** The lesson in the page's query; without one, the notice that restores the demo org after a lesson. */
export function LessonPart({ state, session, demoOrgUrl, isDemoOrgReady }: LessonPartProps) {
  const { lesson: id } = state.choice;
  const [{ openInTab, progress, org }] = useState(() => createLessonParts(demoOrgUrl));
  const readyOrg = isDemoOrgReady ? org : undefined;
  const lesson = findLesson(id);

  useEffect(() => {
    if (lesson) openInTab.set();
  }, [lesson, openInTab]);

  useEffect(() => {
    const follow = () => {
      const { lesson: id, step } = parseChoice(location.search);
      const { choice } = session.getState();
      // A response that arrives in the fragment fires popstate, too.
      if (id === choice.lesson && step === choice.step) return;
      const opened = findLesson(id);
      if (opened) openStep({ session, progress }, opened, step);
      else session.choose({ lesson: id, step });
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [session, progress]);

  if (id === "") return <RestoreNotice org={readyOrg} openInTab={openInTab} />;
  if (!lesson) {
    return (
      <p role="status" className={`row ${styles.notice}`}>
        There is no lesson with this name. <a href="?lessons">See all lessons</a>
      </p>
    );
  }
  return (
    <LessonBar
      key={lesson.id}
      lesson={lesson}
      state={state}
      session={session}
      org={readyOrg}
      progress={progress}
    />
  );
}
