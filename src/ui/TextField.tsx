import type { ComponentProps, ReactNode } from "react";
import { asTyped, Field, type FieldProps } from "./Field.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "onChange"> &
  FieldProps & {
    /** What was made of the input, where that is not what was typed. */
    news?: ReactNode;
    onChange: (value: string) => void;
    describedBy?: string;
    isLit?: boolean;
  };

/** A labelled line of text with its hint, its error and what was made of it. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, news, onChange, describedBy, isLit, ...input } = props;
  return (
    <Field {...{ label, hint, error, news, describedBy, isLit }}>
      {(ties) => (
        <input
          type="text"
          {...asTyped}
          {...input}
          {...ties}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
