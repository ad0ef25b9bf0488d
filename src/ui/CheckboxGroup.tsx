import { useId, useState } from "react";
import box from "./Checkbox.module.css";
import styles from "./CheckboxGroup.module.css";
import { FieldNotes, listNotes } from "./Field.tsx";

type CheckboxGroupProps = {
  legend: string;
  options: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  hint?: string | undefined;
  error?: string | undefined;
};

const mostInARow = 12;

/** A long list scrolls. Chosen values that are no longer offered are listed last, so that they can be removed. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { legend, options, chosen, onChange, ...notes } = props;
  const id = useId();
  const [chosenAtFirst] = useState(chosen);
  const isOffered = (value: string) => options.some((option) => option.value === value);
  const gone = chosenAtFirst.filter((value) => !isOffered(value));
  const shown = [...options, ...gone.map((value) => ({ value, label: value }))];

  function toggle(value: string, isChosen: boolean) {
    const isStill = (it: string) => (it === value ? isChosen : chosen.includes(it));
    onChange(shown.map((option) => option.value).filter(isStill));
  }

  return (
    <fieldset
      className={styles.group}
      aria-describedby={listNotes(id, notes)}
      data-invalid={notes.error ? true : undefined}
    >
      <legend>{legend}</legend>
      <div className={styles.options} data-many={shown.length > mostInARow || undefined}>
        {shown.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              className={box.box}
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <bdi>{label}</bdi>
          </label>
        ))}
      </div>
      <FieldNotes id={id} {...notes} />
    </fieldset>
  );
}
