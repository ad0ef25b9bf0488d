import type { ComponentProps } from "react";
import { asTyped, Field, type FieldProps } from "./Field.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "onChange"> &
  FieldProps & { onChange: (value: string) => void; describedBy?: string };

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, onChange, describedBy, ...textarea } = props;
  return (
    <Field {...{ label, hint, error, describedBy }}>
      {(controlProps) => (
        <textarea
          rows={3}
          {...asTyped}
          {...textarea}
          {...controlProps}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
