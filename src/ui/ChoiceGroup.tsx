import { useId } from "react";
import styles from "./ChoiceGroup.module.css";

type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** What choosing it means, in a few words below the label. */
  hint: string;
};

type ChoiceGroupProps<Value extends string> = {
  legend: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Told which choice has the focus or the pointer, so that something beside the form can speak of it. */
  onAttend: (value: Value) => void;
  describedBy: string;
  /** Marks the group while something elsewhere points at it. */
  isLit: boolean;
};

/** A choice of one, as radio buttons large enough for a thumb. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-legend`}
      className={styles.group}
      data-lit={props.isLit || undefined}
    >
      <p id={`${name}-legend`} className={styles.legend}>
        {props.legend}
      </p>
      <div className={styles.choices}>
        {props.choices.map(({ value, label, hint }) => (
          <div key={value} className={styles.choice} onPointerEnter={() => props.onAttend(value)}>
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
              onFocus={() => props.onAttend(value)}
              aria-describedby={`${name}-${value}-hint ${props.describedBy}`}
            />
            <label htmlFor={`${name}-${value}`}>{label}</label>
            <small id={`${name}-${value}-hint`}>{hint}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
