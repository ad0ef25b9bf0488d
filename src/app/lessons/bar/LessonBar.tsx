import { useCallback, useEffect, useId, useLayoutEffect, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Popover, PopoverButton } from "../../../ui/Popover.tsx";
import { buildChoiceQuery, type RequestChoice } from "../../request-choice.ts";
import { joinWords } from "../../result/claims/format-count.ts";
import { DoInYourOrg } from "../../result/guide/DoInYourOrg.tsx";
import type { Session } from "../../session.ts";
import type { SessionState } from "../../session-state.ts";
import { mainId } from "../../shell/Shell.tsx";
import { useArrowKeys } from "../../use-arrow-keys.ts";
import { lessons } from "../catalogue/lessons.ts";
import { findStepRun } from "../check/find-step-run.ts";
import type { Lesson, LessonStep } from "../lesson.ts";
import { openStep, toStepChoice } from "../open-step.ts";
import type { ProgressStore } from "../progress.ts";
import type { LessonOrg } from "../set-up/lesson-org.ts";
import styles from "./LessonBar.module.css";
import { listNeeds } from "./list-needs.ts";
import { type LessonLink, StepLinks } from "./StepLinks.tsx";
import { StepOutcome } from "./StepOutcome.tsx";
import { useFocusOnAction } from "./use-focus-on-action.ts";
import { useStepCheck } from "./use-step-check.ts";
import { type StepSetUp, useStepSetUp } from "./use-step-set-up.ts";

type LessonBarProps = {
  lesson: Lesson;
  state: SessionState;
  session: Pick<Session, "getState" | "choose" | "show" | "send">;
  /** `undefined` while the demo org is not ready. */
  org: LessonOrg | undefined;
  progress: ProgressStore;
};

export function LessonBar({ lesson, state, session, org, progress }: LessonBarProps) {
  const { choice, landed, runs } = state;
  const number = Math.min(choice.step, lesson.steps.length);
  const step = lesson.steps[number - 1];
  const isDemoOrg = choice.org === "demo";
  const setUp = useStepSetUp(isDemoOrg ? org : "other", lesson, number);
  const run = findStepRun(runs, lesson, number);
  const check = useStepCheck({ step, run, setUp, canFetch: isDemoOrg && org !== undefined });
  const isDone = check?.status === "done";
  const [done, setDone] = useState(() => progress.load()[lesson.id]?.done ?? []);
  const { region, countKey } = useFocusOnAction();
  const watchId = useId();
  const needsId = useId();
  // After a landing, the step's request and run are on screen already.
  const [hasLanded] = useState(landed !== undefined);

  const open = useCallback(
    (next: number) => openStep({ session, progress }, lesson, next, next !== number),
    [lesson, session, progress, number],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the lesson is opened
  useLayoutEffect(() => {
    if (hasLanded) progress.saveStep(lesson.id, number);
    else {
      open(number);
      countKey();
    }
  }, []);

  useEffect(() => {
    if (!isDone) return;
    progress.saveDone(lesson.id, number);
    setDone(progress.load()[lesson.id]?.done ?? []);
  }, [isDone, lesson, number, progress]);

  const stepByKey = useCallback(
    (by: -1 | 1) => {
      if (lesson.steps[number + by - 1]) open(number + by);
      // After the last step, the right arrow key focuses the links to other lessons.
      else if (by === -1) return;
      countKey();
    },
    [lesson, number, open, countKey],
  );
  useArrowKeys(true, stepByKey);

  if (!step || !check) return null;
  const { steps, source } = lesson;
  const lessonsHref = `?lessons${buildChoiceQuery({ ...choice, lesson: "" }).replace("?", "&")}`;
  // Before a lesson's first change, this question replaces the text: on a wide screen nothing below the bar moves.
  const question = setUp.state.kind === "needs-consent" ? setUp.state : undefined;
  const send = () => {
    session.choose(toStepChoice(step, isDemoOrg));
    void session.send();
  };
  return (
    <section
      ref={region}
      aria-label="Lesson step"
      aria-describedby={watchId}
      className={`${styles.bar} no-print`}
    >
      <div className={styles.line}>
        <div className={styles.text}>
          <div className={`row ${styles.title}`}>
            <h2>{lesson.title}</h2>
            <span>
              Step {number} of {steps.length}
            </span>
            <div className="row">
              <ExternalLink href={source.url}>Okta’s documentation</ExternalLink>
              {!isDemoOrg && (
                <PopoverButton popoverId={needsId} className={styles.link}>
                  What your org needs
                </PopoverButton>
              )}
              <a href={lessonsHref}>All lessons</a>
              <a
                href={`./${buildChoiceQuery({ ...choice, lesson: "" })}`}
                onClick={(event) => {
                  event.preventDefault();
                  session.choose({ lesson: "", step: 1 });
                  document.getElementById(mainId)?.focus();
                }}
              >
                Leave lesson
              </a>
            </div>
          </div>
          <p id={watchId} role="status" className={styles.watch}>
            <WhatToWatch
              step={step}
              setUp={setUp.state}
              hasNeeds={!isDemoOrg && listNeeds(step, choice).length > 0}
            />
          </p>
        </div>
        <div className={styles.outcome} data-lesson-action>
          {(!question || isDone) && (
            <StepOutcome
              step={number}
              check={check}
              setUp={setUp}
              // If a link chose the org, only the form's button sends: that button has the org's name beside it.
              canSend={!state.isOrgFromLink && (!isDemoOrg || org !== undefined)}
              onSend={send}
              onSetRequest={() => session.choose(toStepChoice(step, isDemoOrg))}
            />
          )}
          {question && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
            <div role="group" aria-labelledby={watchId} className={styles.buttons}>
              <Button look="primary" onClick={setUp.allow}>
                Change the demo org
              </Button>
              <Button onClick={setUp.decline}>Not now</Button>
            </div>
          )}
        </div>
        <StepLinks
          lesson={lesson}
          choice={choice}
          current={number}
          done={done}
          isDone={isDone}
          after={findNextLesson(lesson, choice) ?? { name: "All lessons", href: lessonsHref }}
          onOpen={open}
        />
      </div>
      {!isDemoOrg && <Needs id={needsId} step={step} choice={choice} />}
    </section>
  );
}

type WhatToWatchProps = {
  step: LessonStep;
  setUp: StepSetUp["state"];
  /** Another org is in use: "What your org needs" lists what its admin has to set up. */
  hasNeeds: boolean;
};

/** Shows what to watch in a step once the org is set up for it; before that, the state of the set-up. */
function WhatToWatch({ step, setUp, hasNeeds }: WhatToWatchProps) {
  switch (setUp.kind) {
    case "needs-consent":
      return (
        <>
          <b>Change the demo org for this lesson?</b> It changes {joinWords(setUp.parts)}. The
          set-up is saved first, and restored when you leave the lesson.
        </>
      );
    case "declined":
      return (
        <>
          <b>The demo org was not changed.</b> This lesson needs changes to {joinWords(setUp.parts)}
          .
        </>
      );
    case "failed":
      return "The demo org is not set up for this step, so the response can differ.";
    default:
      return hasNeeds ? `Once your org has what this step needs: ${step.watch}` : step.watch;
  }
}

function findNextLesson(lesson: Lesson, choice: RequestChoice): LessonLink | undefined {
  const next = lessons[lessons.indexOf(lesson) + 1];
  return (
    next && {
      name: `Next lesson: ${next.title}`,
      text: "Next lesson →",
      href: `./${buildChoiceQuery({ ...choice, lesson: next.id, step: 1 })}`,
    }
  );
}

function Needs({ id, step, choice }: { id: string; step: LessonStep; choice: RequestChoice }) {
  const needs = listNeeds(step, choice);
  return (
    <Popover id={id} label="What your org needs">
      <div className={`stack ${styles.needs}`}>
        {step.elsewhere && <p>{step.elsewhere}</p>}
        {needs.length > 0 ? (
          <DoInYourOrg changes={needs} />
        ) : (
          !step.elsewhere && <p>This step needs only the app and its user.</p>
        )}
      </div>
    </Popover>
  );
}
