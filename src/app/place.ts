import * as v from "valibot";
import { views } from "./result/views.ts";
import type { Run } from "./run.ts";
import type { TabStorage } from "./tab-storage.ts";

const placeSchema = v.object({
  view: v.picklist(views),
  /** `null` for the next request. */
  runId: v.nullable(v.string()),
  lesson: v.string(),
});

/** Where the user is among the results: a reload returns there. */
export type Place = v.InferOutput<typeof placeSchema>;

const key = "place";

export function savePlace(storage: TabStorage, place: Place): void {
  storage.save(key, place);
}

/** @returns The newest run, in the first view, without a place or in another lesson than the place's. */
export function loadPlace(
  storage: TabStorage,
  runs: readonly Run[],
  lesson: string,
): { view: Place["view"] | undefined; shownRun: Run | undefined } {
  const stored = v.safeParse(placeSchema, storage.load(key));
  const newest = runs.at(-1);
  if (!stored.success || stored.output.lesson !== lesson) {
    return { view: undefined, shownRun: newest };
  }
  const { view, runId } = stored.output;
  const shownRun = runId === null ? undefined : (runs.find(({ id }) => id === runId) ?? newest);
  return { view, shownRun };
}
