import type { ApiRefusal } from "../api/api-call.ts";
import type { ChangeState } from "../api/use-change.ts";

/** What is wrong with a form, by the field that it is about. */
export type FieldProblems = {
  /**
   * The sentence for a field, by any of the names that the API has for it; undefined where it is well. Where entries of
   * a list are wrong, it says which.
   */
  readonly of: (...names: readonly string[]) => string | undefined;
  /** What the page itself has found wrong with a form of one field, once somebody has tried to send it. */
  readonly mistake: string | undefined;
};

/** A form's problems, and which of them none of its fields shows. */
export type FormProblems = FieldProblems & {
  /** Those that no field has asked for so far: to be read once all fields have. */
  readonly listOthers: () => ApiRefusal["causes"];
};

/**
 * Reads the problems out of a change that was refused.
 *
 * @param mistake What the page itself has found wrong: the org was not asked then.
 */
export function readFormProblems(state: ChangeState, mistake?: string): FormProblems {
  const causes =
    state.status === "failed" && state.failure.kind === "refused" ? state.failure.causes : [];
  const shown = new Set<ApiRefusal["causes"][number]>();
  return {
    mistake,
    of: (...names) => {
      const own = causes.filter(({ field }) => field !== undefined && isOf(field, names));
      for (const cause of own) shown.add(cause);
      return describeTogether(own, names);
    },
    listOthers: () => causes.filter((cause) => !shown.has(cause)),
  };
}

function isOf(field: string, names: readonly string[]): boolean {
  return names.some((name) => field === name || field.startsWith(`${name}.`));
}

/** A sentence that several entries of a list have earned is said once, with all of them. */
function describeTogether(
  causes: ApiRefusal["causes"],
  names: readonly string[],
): string | undefined {
  const entries = new Map<string, number[]>();
  for (const { field, message } of causes) {
    const entry = readEntry(field ?? "", names);
    const before = entries.get(message) ?? [];
    entries.set(message, entry === undefined ? before : [...before, entry]);
  }
  const sentences = [...entries].map(([message, numbers]) =>
    numbers.length === 0 ? message : `${nameEntries(numbers)}: ${message}`,
  );
  return sentences.join(". ") || undefined;
}

/** Which entry of a list a field is; the API counts from 0, and people from 1. */
function readEntry(field: string, names: readonly string[]): number | undefined {
  if (names.includes(field)) return undefined;
  const list = names.find((name) => field.startsWith(`${name}.`));
  const place = list === undefined ? "" : field.slice(list.length + 1);
  return /^\d+$/.test(place) ? Number(place) + 1 : undefined;
}

function nameEntries(numbers: readonly number[]): string {
  return numbers.length === 1 ? `Entry ${numbers[0]}` : `Entries ${numbers.join(", ")}`;
}
