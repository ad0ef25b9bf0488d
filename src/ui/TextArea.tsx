import { type ComponentProps, useId } from "react";
import styles from "./Field.module.css";

type TextAreaProps = Omit<ComponentProps<"textarea">, "onChange"> & {
  label: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
};

/** A labelled text of several lines: an expression, a list with one entry a line. */
export function TextArea({ label, onChange, hint, error, ...textarea }: TextAreaProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`, textarea["aria-describedby"]];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        rows={3}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...textarea}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.filter(Boolean).join(" ") || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && <strong id={`${id}-error`}>{error}</strong>}
    </div>
  );
}
