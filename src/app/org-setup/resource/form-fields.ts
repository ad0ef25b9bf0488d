import type { FieldProblems } from "../form/field-problems.ts";

export type FormFields<Draft extends object> = {
  readonly draft: Draft;
  readonly change: (changed: Partial<Draft>) => void;
  readonly problems: FieldProblems;
  /** Props of a text field or a select. @param apiNames The API's names of the field, if not the draft's. */
  readonly value: <Name extends keyof Draft & string>(
    name: Name,
    ...apiNames: readonly string[]
  ) => Bound<"value", Draft[Name]>;
  readonly isChecked: <Name extends keyof Draft & string>(
    name: Name,
    ...apiNames: readonly string[]
  ) => Bound<"isChecked", Draft[Name]>;
  readonly chosen: <Name extends keyof Draft & string>(
    name: Name,
    ...apiNames: readonly string[]
  ) => Bound<"chosen", Draft[Name]>;
};

type Bound<Prop extends string, Value> = { readonly [name in Prop]: Value } & {
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
};

export function bindFields<Draft extends object>(
  draft: Draft,
  change: (changed: Partial<Draft>) => void,
  problems: FieldProblems,
): FormFields<Draft> {
  const bind = <Name extends keyof Draft & string>(name: Name, apiNames: readonly string[]) => ({
    onChange: (value: Draft[Name]) => {
      const changed: Partial<Draft> = {};
      changed[name] = value;
      change(changed);
    },
    error: problems.of(...(apiNames.length > 0 ? apiNames : [name])),
  });
  return {
    draft,
    change,
    problems,
    value: (name, ...apiNames) => ({ value: draft[name], ...bind(name, apiNames) }),
    isChecked: (name, ...apiNames) => ({ isChecked: draft[name], ...bind(name, apiNames) }),
    chosen: (name, ...apiNames) => ({ chosen: draft[name], ...bind(name, apiNames) }),
  };
}
