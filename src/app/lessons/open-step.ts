import type { RequestChoice } from "../request-choice.ts";
import type { Session } from "../session.ts";
import { findStepRun } from "./check/find-step-run.ts";
import type { Lesson, LessonStep } from "./lesson.ts";
import type { ProgressStore } from "./progress.ts";
import { lessonServerId } from "./set-up/apply-lesson-set-up.ts";

type OpenStepContext = {
  session: Pick<Session, "getState" | "choose" | "show">;
  progress: ProgressStore;
};

/**
 * Sets a step's request, and shows its run.
 *
 * @param isNewEntry Adds a history entry, so that Back returns to the previous step.
 */
export function openStep(
  { session, progress }: OpenStepContext,
  lesson: Lesson,
  number: number,
  isNewEntry?: boolean,
): void {
  const step = lesson.steps[number - 1];
  if (!step) return;
  const { choice, runs } = session.getState();
  const request = toStepChoice(step, choice.org === "demo");
  session.choose({ ...request, lesson: lesson.id, step: number }, isNewEntry);
  session.show(findStepRun(runs, lesson, number)?.id);
  progress.saveStep(lesson.id, number);
}

/** A step's request as values of the form. For another org, the form keeps its server ID. */
export function toStepChoice(
  { request, person }: LessonStep,
  isDemoOrg: boolean,
): Partial<RequestChoice> {
  return { ...request, person, ...(isDemoOrg && { authorizationServerId: lessonServerId }) };
}
