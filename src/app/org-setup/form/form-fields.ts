import { type Body, getAt, getTexts } from "./body.ts";
import type { FieldProblems } from "./field-problems.ts";

/** Props of a form's fields, by the path of their value in the body: `profile.name`. The API's errors name it, too. */
export type FormFields = {
  readonly body: Body;
  readonly problems: FieldProblems;
  readonly set: (path: string, value: unknown) => void;
  /** @param otherNames More names that the API's errors have for the field. */
  readonly text: (path: string, ...otherNames: readonly string[]) => Bound<"value", string>;
  /** A number. Anything else is sent as typed, so that the org's error appears at the field. */
  readonly number: (path: string, ...otherNames: readonly string[]) => Bound<"value", string>;
  readonly list: (
    path: string,
    ...otherNames: readonly string[]
  ) => Bound<"chosen", readonly string[]>;
  /** @param on The value if the box is checked. @param off The value if not. */
  readonly flag: (path: string, on?: unknown, off?: unknown) => Bound<"isChecked", boolean>;
};

type Bound<Prop extends string, Value> = { readonly [name in Prop]: Value } & {
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
};

export function bindFields(
  body: Body,
  set: FormFields["set"],
  problems: FieldProblems,
): FormFields {
  return {
    body,
    problems,
    set,
    text: (path, ...otherNames) => ({
      value: String(getAt(body, path) ?? ""),
      onChange: (text) => set(path, text),
      error: problems.of(path, ...otherNames),
    }),
    number: (path, ...otherNames) => ({
      value: String(getAt(body, path) ?? ""),
      onChange: (text) => set(path, /^\d+$/.test(text.trim()) ? Number(text) : text),
      error: problems.of(path, ...otherNames),
    }),
    list: (path, ...otherNames) => ({
      chosen: getTexts(body, path),
      onChange: (chosen) => set(path, chosen),
      error: problems.of(path, ...otherNames),
    }),
    flag: (path, on = true, off = false) => ({
      isChecked: getAt(body, path) === on,
      onChange: (isChecked) => set(path, isChecked ? on : off),
      error: problems.of(path),
    }),
  };
}
