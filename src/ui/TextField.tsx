import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./TextField.module.css";

type TextFieldProps = Omit<ComponentProps<"input">, "onChange"> & {
  label: string;
  hint?: ReactNode;
  /** One sentence: what is wrong and what would be right. Shown only once the person is done typing. */
  error?: string | undefined;
  /** What was made of the input, where that is not what was typed. */
  news?: ReactNode;
  onChange: (value: string) => void;
  describedBy?: string;
  isLit?: boolean;
};

/** A labelled line of text with its hint, its error and what was made of it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, news, onChange, describedBy, isLit, ...input } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean);
  return (
    <div className={styles.field} data-lit={isLit || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.join(" ") || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <strong id={`${id}-error`} className={styles.error}>
          {error}
        </strong>
      )}
      {news && (
        <small className={styles.news} role="status">
          {news}
        </small>
      )}
    </div>
  );
}
