import * as v from "valibot";
import { views } from "./result/views.ts";
import type { Run } from "./run.ts";
import type { TabStorage } from "./tab-storage.ts";

const viewStateSchema = v.object({
  view: v.picklist(views),
  /** `null` for the next request. */
  runId: v.nullable(v.string()),
  lesson: v.string(),
});

/** The run, tab and lesson that the user sees. A reload returns there. */
export type ViewState = v.InferOutput<typeof viewStateSchema>;

const key = "view";

export function saveViewState(storage: TabStorage, state: ViewState): void {
  storage.save(key, state);
}

/** @returns The stored view and run. The newest run without a view if nothing is stored, or for another lesson. */
export function loadViewState(
  storage: TabStorage,
  runs: readonly Run[],
  lesson: string,
): { view: ViewState["view"] | undefined; shownRun: Run | undefined } {
  const stored = v.safeParse(viewStateSchema, storage.load(key));
  const newest = runs.at(-1);
  if (!stored.success || stored.output.lesson !== lesson) {
    return { view: undefined, shownRun: newest };
  }
  const { view, runId } = stored.output;
  const shownRun = runId === null ? undefined : (runs.find(({ id }) => id === runId) ?? newest);
  return { view, shownRun };
}
