import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { buildChoiceQuery, type RequestChoice } from "../../request-choice.ts";
import { lessons } from "../catalogue/lessons.ts";
import type { Lesson } from "../lesson.ts";
import type { LessonProgress, ProgressStore } from "../progress.ts";
import styles from "./LessonList.module.css";

type LessonListProps = { choice: RequestChoice; progress: ProgressStore };

export function LessonList({ choice, progress }: LessonListProps) {
  const [known, setKnown] = useState(progress.load);
  const [isConfirming, setConfirming] = useState(false);
  const hasProgress = Object.keys(known).length > 0;

  function reset() {
    progress.reset();
    setKnown({});
    setConfirming(false);
  }

  return (
    <>
      <ol aria-label="Lessons" className={styles.list}>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonEntry
              lesson={lesson}
              choice={choice}
              progress={Object.hasOwn(known, lesson.id) ? known[lesson.id] : undefined}
            />
          </li>
        ))}
      </ol>
      {hasProgress && (
        <p>
          <Button onClick={() => setConfirming(true)}>Reset progress</Button>
        </p>
      )}
      {isConfirming && (
        <ConfirmDialog
          title="Reset your progress?"
          confirmLabel="Reset"
          cancelLabel="Keep it"
          onConfirm={reset}
          onCancel={() => setConfirming(false)}
        >
          All lessons start at their first step again.
        </ConfirmDialog>
      )}
    </>
  );
}

type LessonEntryProps = {
  lesson: Lesson;
  choice: RequestChoice;
  progress: LessonProgress | undefined;
};

function LessonEntry({ lesson, choice, progress }: LessonEntryProps) {
  const { id, title, about, source, steps } = lesson;
  const done = steps.filter((_, index) => progress?.done.includes(index + 1)).length;
  const isComplete = done === steps.length;
  const resumesAt = progress && !isComplete ? Math.min(progress.at, steps.length) : 1;
  const link = (step: number) => `./${buildChoiceQuery({ ...choice, lesson: id, step })}`;
  return (
    <article className={`card ${styles.entry}`}>
      <h3>
        <a href={link(resumesAt)}>{title}</a>
      </h3>
      <p>{about}</p>
      <p className={`row note ${styles.state}`}>
        <span data-done={isComplete || undefined}>
          {progress ? `${done} of ${steps.length} steps done` : `${steps.length} steps`}
        </span>
        {resumesAt > 1 && <a href={link(resumesAt)}>Resume at step {resumesAt}</a>}
        {progress && <a href={link(1)}>Start again</a>}
        <ExternalLink href={source.url}>{source.title}</ExternalLink>
      </p>
    </article>
  );
}
