import { useId } from "react";
import styles from "./Checkbox.module.css";

type CheckboxProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  hint?: string;
  error?: string | undefined;
};

export function Checkbox({ label, isChecked, onChange, hint, error }: CheckboxProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.checkbox}>
      <input
        type="checkbox"
        id={id}
        checked={isChecked}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && <strong id={`${id}-error`}>{error}</strong>}
    </div>
  );
}
