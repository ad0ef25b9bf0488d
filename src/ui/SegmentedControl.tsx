import { useId } from "react";
import styles from "./SegmentedControl.module.css";

type Choice<Value extends string> = { readonly value: Value; readonly label: string };

type SegmentedControlProps<Value extends string> = {
  legend: string;
  /** Use it where a heading or the text nearby already names the choice. */
  isLegendHidden?: boolean;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  onHighlight?: (value: Value) => void;
  describedBy?: string | undefined;
  size?: "small" | undefined;
  /** Lets the control wrap, for labels that can be wider than a phone. */
  wraps?: boolean;
};

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { legend, isLegendHidden, choices, value, onChange, onHighlight, describedBy } = props;
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-legend`} className={styles.group}>
      <p id={`${id}-legend`} className={isLegendHidden ? "visually-hidden" : "legend"}>
        {legend}
      </p>
      <div className={styles.choices} data-size={props.size} data-wraps={props.wraps}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={styles.choice}
            onPointerEnter={() => onHighlight?.(choice.value)}
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              onFocus={() => onHighlight?.(choice.value)}
              aria-describedby={describedBy}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  );
}
