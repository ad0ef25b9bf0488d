import type { ComponentProps, ReactNode } from "react";
import { asTyped, Field, type FieldProps } from "./Field.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "onChange"> &
  FieldProps & {
    message?: ReactNode;
    onChange: (value: string) => void;
    describedBy?: string;
    isLit?: boolean;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, message, onChange, describedBy, isLit, ...input } = props;
  return (
    <Field {...{ label, hint, error, message, describedBy, isLit }}>
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
