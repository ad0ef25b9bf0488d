import type { ComponentProps, ReactNode } from "react";
import { asTyped, Field, type FieldProps } from "./Field.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "onChange"> &
  FieldProps & {
    message?: ReactNode;
    onChange: (value: string) => void;
    describedBy?: string;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, message, onChange, describedBy, ...input } = props;
  return (
    <Field {...{ label, hint, error, message, describedBy }}>
      {(controlProps) => (
        <input
          type="text"
          {...asTyped}
          {...input}
          {...controlProps}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
