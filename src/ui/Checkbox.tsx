import { useId } from "react";
import styles from "./Checkbox.module.css";
import { FieldNotes, listNotes } from "./Field.tsx";

type CheckboxProps = {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  hint?: string;
  error?: string | undefined;
};

export function Checkbox({ label, isChecked, onChange, ...notes }: CheckboxProps) {
  const id = useId();
  return (
    <div className={styles.checkbox}>
      <input
        type="checkbox"
        className={styles.box}
        id={id}
        checked={isChecked}
        aria-invalid={notes.error ? true : undefined}
        aria-describedby={listNotes(id, notes)}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <FieldNotes id={id} {...notes} />
    </div>
  );
}
