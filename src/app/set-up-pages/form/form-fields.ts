import { type Body, getAt, getTexts } from "./body.ts";
import type { FieldProblems } from "./field-problems.ts";

export type FormFields = ReturnType<typeof bindFields>;

/** Builds a field's props from the path of its value in the body: `profile.name`. The API's errors use the same path. */
export function bindFields(
  body: Body,
  set: (path: string, value: unknown) => void,
  problems: FieldProblems,
) {
  /** @param otherNames More names that the API's errors have for the field. */
  const text = (path: string, ...otherNames: readonly string[]) => ({
    value: String(getAt(body, path) ?? ""),
    onChange: (typed: string) => set(path, typed),
    error: problems.of(path, ...otherNames),
  });
  const list = (path: string, ...otherNames: readonly string[]) => ({
    chosen: getTexts(body, path),
    onChange: (chosen: readonly string[]) => set(path, chosen),
    error: problems.of(path, ...otherNames),
  });
  return {
    body,
    problems,
    set,
    text,
    /** A field for a number. Other text is sent as typed, so that the org's error appears at the field. */
    number: (path: string, ...otherNames: readonly string[]) => ({
      ...text(path, ...otherNames),
      inputMode: "numeric" as const,
      onChange: (typed: string) => set(path, /^\d+$/.test(typed.trim()) ? Number(typed) : typed),
    }),
    list,
    /** A list that the org refuses if it is empty. @param ifEmpty The error to show for an empty list. */
    requiredList: (ifEmpty: string, path: string, ...otherNames: readonly string[]) => {
      const field = list(path, ...otherNames);
      return { ...field, error: describeList(ifEmpty, field.chosen, field.error) };
    },
    /** @param on The value if the box is checked. @param off The value if not. */
    flag: (path: string, on: unknown = true, off: unknown = false) => ({
      isChecked: getAt(body, path) === on,
      onChange: (isChecked: boolean) => set(path, isChecked ? on : off),
      error: problems.of(path),
    }),
  };
}

/** @param error The API's error, which `ifEmpty` replaces if the list is empty. */
export function describeList(
  ifEmpty: string,
  chosen: readonly string[],
  error: string | undefined,
): string | undefined {
  return error !== undefined && chosen.length === 0 ? ifEmpty : error;
}
