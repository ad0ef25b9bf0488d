import { useId, useState } from "react";
import styles from "./CheckboxGroup.module.css";

type CheckboxGroupProps = {
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  /** Called with all chosen values, in the order of the options. */
  onChange: (chosen: readonly string[]) => void;
  hint?: string | undefined;
  error?: string | undefined;
};

/** More options are shown in columns. */
const mostInARow = 12;

/** A long list scrolls. Chosen values that are no longer offered are listed last, so that they can be removed. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { legend, options, chosen, onChange, hint, error } = props;
  const id = useId();
  const [chosenAtFirst] = useState(chosen);
  const isOffered = (value: string) => options.some((option) => option.value === value);
  const gone = chosenAtFirst.filter((value) => !isOffered(value));
  const shown = [...options, ...gone.map((value) => ({ value, label: value }))];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");

  function toggle(value: string, isChosen: boolean) {
    const isStill = (it: string) => (it === value ? isChosen : chosen.includes(it));
    onChange(shown.map((option) => option.value).filter(isStill));
  }

  return (
    <fieldset
      className={styles.group}
      aria-describedby={described || undefined}
      data-invalid={error ? true : undefined}
    >
      <legend>{legend}</legend>
      <div className={styles.options} data-many={shown.length > mostInARow || undefined}>
        {shown.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && <strong id={`${id}-error`}>{error}</strong>}
    </fieldset>
  );
}
