import { parseChoice } from "../../request-choice.ts";
import type { Run } from "../../run.ts";
import type { Lesson } from "../lesson.ts";

/**
 * Finds the newest run that a step's request returned. A step about the response of an earlier step shares that step's
 * runs.
 *
 * @param step From 1.
 * @returns Only a run that this tab requested in this lesson: responses nobody asked for never count.
 */
export function findStepRun(runs: readonly Run[], lesson: Lesson, step: number): Run | undefined {
  const first = findFirstStepOf(lesson, step);
  return runs.findLast(({ request }) => {
    if (!request) return false;
    const sent = parseChoice(request.query);
    return sent.lesson === lesson.id && sent.step >= first && sent.step <= step;
  });
}

/** The step whose request a step is about, from 1. */
function findFirstStepOf({ steps }: Lesson, step: number): number {
  const index = steps.slice(0, step).findLastIndex(({ about }) => about !== "response");
  return Math.max(index, 0) + 1;
}
