import { useId } from "react";
import styles from "./CheckboxGroup.module.css";

type CheckboxGroupProps = {
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  /** Told all that is chosen then, in the order of the options. */
  onChange: (chosen: readonly string[]) => void;
  hint?: string;
  error?: string | undefined;
};

/** A labelled choice of any number out of several; a long list scrolls in its own frame. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { legend, options, chosen, onChange, hint, error } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");

  function toggle(value: string, isChosen: boolean) {
    const isStill = (it: string) => (it === value ? isChosen : chosen.includes(it));
    onChange(options.map((option) => option.value).filter(isStill));
  }

  return (
    <fieldset className={styles.group} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ value, label }) => (
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
