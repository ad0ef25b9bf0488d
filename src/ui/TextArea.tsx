import type { ComponentProps } from "react";
import { asTyped, Field, type FieldProps } from "./Field.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "onChange"> &
  FieldProps & {
    onChange: (value: string) => void;
    /** Ids of what else describes it. */
    describedBy?: string;
  };

/** A labelled text of several lines: an expression, a list with one entry a line. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, onChange, describedBy, ...textarea } = props;
  return (
    <Field {...{ label, hint, error, describedBy }}>
      {(ties) => (
        <textarea
          rows={3}
          {...asTyped}
          {...textarea}
          {...ties}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
