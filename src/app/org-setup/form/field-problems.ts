import type { ChangeState } from "../api/use-change.ts";

/** What the org said is wrong with a form, by the field that it is about. */
export type FieldProblems = {
  /**
   * The sentence for a field, by any of the names that the API has for it; undefined where it is well. Where one entry
   * of a list is wrong, it says which.
   */
  readonly of: (...names: readonly string[]) => string | undefined;
};

/** Reads the problems out of a change that was refused. */
export function readFieldProblems(state: ChangeState): FieldProblems {
  const causes =
    state.status === "failed" && state.failure.kind === "refused" ? state.failure.causes : [];
  return {
    of: (...names) => {
      for (const { field, message } of causes) {
        if (field === undefined) continue;
        if (names.includes(field)) return message;
        const list = names.find((name) => field.startsWith(`${name}.`));
        if (list !== undefined) return describeWithin(field.slice(list.length + 1), message);
      }
      return undefined;
    },
  };
}

/** @param place Where in the field: the entry of a list counts from 0. */
function describeWithin(place: string, message: string): string {
  return /^\d+$/.test(place) ? `Entry ${Number(place) + 1}: ${message}` : message;
}
