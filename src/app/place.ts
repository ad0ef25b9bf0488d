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

/** The run, tab and lesson that the user sees. A reload returns there. */
export type Place = v.InferOutput<typeof placeSchema>;

const key = "place";

export function savePlace(storage: TabStorage, place: Place): void {
  storage.save(key, place);
}

/** @returns The stored view and run. The newest run without a view if nothing is stored, or for another lesson. */
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
