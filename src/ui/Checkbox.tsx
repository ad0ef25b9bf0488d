import { useId } from "react";
import styles from "./Checkbox.module.css";

type CheckboxProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  hint?: string;
  disabled?: boolean;
};

/** A labelled yes or no. */
export function Checkbox({ label, isChecked, onChange, hint, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.checkbox}>
      <input
        type="checkbox"
        id={id}
        checked={isChecked}
        disabled={disabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
