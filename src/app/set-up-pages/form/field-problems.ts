import type { ApiRefusal } from "../../org-api/api-call.ts";
import type { ChangeState } from "../../org-api/use-change.ts";

export type FieldProblems = Omit<ReturnType<typeof findFormProblems>, "listOthers">;

/** @param mistake The mistake that the page found itself, once the form was submitted. */
export function findFormProblems(state: ChangeState, mistake?: string) {
  const causes =
    state.status === "failed" && state.failure.kind === "refused" ? state.failure.causes : [];
  const shown = new Set<ApiRefusal["causes"][number]>();
  return {
    mistake,
    /** Finds the message for a field by all names that the API has for it. Says which entries of a list are wrong. */
    of: (...names: readonly string[]): string | undefined => {
      const own = causes.filter(({ field }) => field !== undefined && isOf(field, names));
      for (const cause of own) shown.add(cause);
      return describeTogether(own, names);
    },
    /** Returns the causes that no `of` call has returned. Call it while rendering what comes after the fields. */
    listOthers: () => causes.filter((cause) => !shown.has(cause)),
  };
}

function isOf(field: string, names: readonly string[]): boolean {
  return names.some((name) => field === name || field.startsWith(`${name}.`));
}

const noEmail = "Must be in the form of an email address";

/** Clearer texts for Okta's vague messages. Only emails have a required pattern. */
const clearer: ReadonlyMap<string, string> = new Map([
  ["Does not match required pattern", noEmail],
  ["Username must be in the form of an email address", noEmail],
  ["An object with this field already exists in the current organization", "Already in use"],
]);

/** Entries with the same message share one sentence: "Entries 2, 4: Too long". */
function describeTogether(causes: ApiRefusal["causes"], names: readonly string[]) {
  const entries = new Map<string, number[]>();
  for (const { field, message: original } of causes) {
    const message = clearer.get(original) ?? original;
    const entry = findEntryNumber(field ?? "", names);
    const before = entries.get(message) ?? [];
    entries.set(message, entry === undefined ? before : [...before, entry]);
  }
  const sentences = [...entries].map(([message, numbers]) =>
    numbers.length === 0 ? message : `${nameEntries(numbers)}: ${message}`,
  );
  return sentences.join(". ") || undefined;
}

/** The entry's number, counted from 1; the API's field names count from 0. */
function findEntryNumber(field: string, names: readonly string[]): number | undefined {
  if (names.includes(field)) return undefined;
  const list = names.find((name) => field.startsWith(`${name}.`));
  const place = list === undefined ? "" : field.slice(list.length + 1);
  return /^\d+$/.test(place) ? Number(place) + 1 : undefined;
}

function nameEntries(numbers: readonly number[]): string {
  return numbers.length === 1 ? `Entry ${numbers[0]}` : `Entries ${numbers.join(", ")}`;
}
