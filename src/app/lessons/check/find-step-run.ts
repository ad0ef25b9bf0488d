import { parseChoice } from "../../request-choice.ts";
import type { Run } from "../../run.ts";
import type { Lesson } from "../lesson.ts";

/** Finds the newest run that a step is about: its own, or an earlier step's. Only requests of the lesson count. */
export function findStepRun(runs: readonly Run[], lesson: Lesson, step: number): Run | undefined {
  const first = findFirstStepOf(lesson, step);
  return runs.findLast(({ request }) => {
    if (!request) return false;
    const sent = parseChoice(request.query);
    return sent.lesson === lesson.id && sent.step >= first && sent.step <= step;
  });
}

/** Finds the step, counted from 1, that sends the request that the given step is about. */
function findFirstStepOf({ steps }: Lesson, step: number): number {
  const index = steps.slice(0, step).findLastIndex(({ about }) => about !== "response");
  return Math.max(index, 0) + 1;
}
