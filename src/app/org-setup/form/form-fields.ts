import { type Body, getAt, getTexts } from "./body.ts";
import type { FieldProblems } from "./field-problems.ts";

export type FormFields = ReturnType<typeof bindFields>;

/** Props of a form's fields, by the path of their value in the body: `profile.name`. The API's errors name it, too. */
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
    /** A number. Anything else is sent as typed, so that the org's error appears at the field. */
    number: (path: string, ...otherNames: readonly string[]) => ({
      ...text(path, ...otherNames),
      inputMode: "numeric" as const,
      onChange: (typed: string) => set(path, /^\d+$/.test(typed.trim()) ? Number(typed) : typed),
    }),
    list,
    /** A list that the org refuses if it is empty. @param ifEmpty The error for that, in the form's words. */
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

/** @param error The API's, which names an empty list in its own words. */
export function describeList(
  ifEmpty: string,
  chosen: readonly string[],
  error: string | undefined,
): string | undefined {
  return error !== undefined && chosen.length === 0 ? ifEmpty : error;
}
