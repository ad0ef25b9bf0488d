import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** One sentence: what is wrong, and what is right. */
  error?: string | undefined;
};

/** For IDs, addresses and code, which autocompletion and autocorrection break. */
export const asTyped = {
  autoComplete: "off",
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
} as const;

type ControlProps = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

type LabelledProps = FieldProps & {
  /** Announced to screen readers, too. */
  message?: ReactNode;
  describedBy?: string | undefined;
  isLit?: boolean | undefined;
  children: (controlProps: ControlProps) => ReactNode;
};

export function Field(props: LabelledProps) {
  const { label, hint, error, message, describedBy, isLit, children } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean);
  return (
    <div className={styles.field} data-lit={isLit || undefined}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described.join(" ") || undefined,
      })}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && <strong id={`${id}-error`}>{error}</strong>}
      {message && (
        <small className={styles.message} role="status">
          {message}
        </small>
      )}
    </div>
  );
}
