import type { ChangeState } from "../api/use-change.ts";

/** What the org said is wrong with a form, by the field that it is about. */
export type FieldProblems = {
  /** The sentence for a field, by any of the names that the API has for it; undefined where it is well. */
  readonly of: (...names: readonly string[]) => string | undefined;
};

/** Reads the problems out of a change that was refused. */
export function readFieldProblems(state: ChangeState): FieldProblems {
  const causes =
    state.status === "failed" && state.failure.kind === "refused" ? state.failure.causes : [];
  return {
    of: (...names) => causes.find(({ field }) => field && names.includes(field))?.message,
  };
}
