import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** One sentence: what is wrong, and what is right. */
  error?: string | undefined;
};

/** Attributes for fields with IDs, addresses or code, which autocompletion and autocorrection would break. */
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
  children: (controlProps: ControlProps) => ReactNode;
};

export function Field(props: LabelledProps) {
  const { label, hint, error, message, describedBy, children } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": listNotes(id, props, describedBy),
      })}
      <FieldNotes {...{ id, hint, error }} />
      {message && (
        <small className={`note ${styles.message}`} role="status">
          {message}
        </small>
      )}
    </div>
  );
}

type Notes = Pick<FieldProps, "hint" | "error">;

/** Lists the IDs of a field's notes, for `aria-describedby`. */
export function listNotes(id: string, { hint, error }: Notes, other?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, other];
  return ids.filter(Boolean).join(" ") || undefined;
}

export function FieldNotes({ id, hint, error }: Notes & { id: string }) {
  return (
    <>
      {hint && (
        <small id={`${id}-hint`} className="note">
          {hint}
        </small>
      )}
      {error && (
        <strong id={`${id}-error`} className="problem">
          {error}
        </strong>
      )}
    </>
  );
}
