import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./Field.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "onChange"> &
  FieldProps & { onChange: (value: string) => void };

/** A labelled text of several lines: an expression, a list with one entry a line. */
export function TextArea({ label, onChange, hint, error, ...textarea }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error }} describedBy={textarea["aria-describedby"]}>
      {(ties) => (
        <textarea
          rows={3}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...textarea}
          {...ties}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
