import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** One sentence: what is wrong and what would be right. Shown only once the person is done typing. */
  error?: string | undefined;
};

/** For IDs, addresses and code: a browser that completes, capitalizes or corrects them breaks them. */
export const asTyped = {
  autoComplete: "off",
  autoCapitalize: "none",
  autoCorrect: "off",
  spellCheck: false,
} as const;

/** What ties a control to its label, its hint and its error. */
type Ties = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

type LabelledProps = FieldProps & {
  /** What was made of the input, where that is not what was typed. */
  news?: ReactNode;
  /** Ids of what else describes the control. */
  describedBy?: string | undefined;
  isLit?: boolean | undefined;
  children: (ties: Ties) => ReactNode;
};

/** A control with its label above it, and its hint, its error and what was made of it below. */
export function Field(props: LabelledProps) {
  const { label, hint, error, news, describedBy, isLit, children } = props;
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
      {news && (
        <small className={styles.news} role="status">
          {news}
        </small>
      )}
    </div>
  );
}
