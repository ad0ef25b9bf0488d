import type { MouseEvent } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { buildChoiceQuery, type RequestChoice } from "../../request-choice.ts";
import type { Lesson } from "../lesson.ts";
import styles from "./LessonBar.module.css";

export type LessonLink = { name: string; text?: string; href: string };

type StepLinksProps = {
  lesson: Lesson;
  choice: RequestChoice;
  current: number;
  done: readonly number[];
  isDone: boolean;
  /** The link after the last step. */
  after: LessonLink;
  onOpen: (step: number) => void;
};

/** A link to each step, buttons for the previous and next step, and at the end a link to the next lesson. Blocks no step. */
export function StepLinks(props: StepLinksProps) {
  const { lesson, choice, current, done, isDone, after, onOpen } = props;
  const { steps } = lesson;
  const lookOfNext = isDone ? "primary" : "secondary";

  function open(event: MouseEvent, step: number) {
    // With these keys, the browser opens the link in another tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(step);
  }

  return (
    <div className={styles.steps}>
      <ol aria-label="Steps">
        {steps.map(({ title }, index) => {
          const number = index + 1;
          const wasDone = done.includes(number);
          return (
            <li key={title}>
              <a
                className={styles.step}
                href={`./${buildChoiceQuery({ ...choice, lesson: lesson.id, step: number })}`}
                aria-current={number === current ? "step" : undefined}
                title={title}
                data-done={wasDone || undefined}
                onClick={(event) => open(event, number)}
              >
                <span aria-hidden="true" className={styles.dot} />
                <span className="visually-hidden">
                  {`Step ${number}: ${title}${wasDone ? ", done" : ""}`}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
      <div className={styles.buttons}>
        <Button
          aria-label="Previous step"
          aria-disabled={current === 1 || undefined}
          onClick={() => current > 1 && onOpen(current - 1)}
        >
          ←
        </Button>
        {current < steps.length ? (
          <Button aria-label="Next step" look={lookOfNext} onClick={() => onOpen(current + 1)}>
            Next →
          </Button>
        ) : (
          <ButtonLink
            href={after.href}
            look={lookOfNext}
            aria-label={after.name}
            data-way-on={isDone || undefined}
          >
            {after.text ?? after.name}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
