import type { ComponentProps } from "react";
import styles from "./Button.module.css";

type ButtonProps = ComponentProps<"button"> & {
  /** `primary`: a section's main action. `danger`: a main action that can't be undone. */
  look?: "primary" | "danger" | "secondary" | "quiet";
};

/** A button that submits no form by default, unlike HTML's. */
export function Button({ look = "secondary", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={styles.button} data-look={look} {...rest} />;
}
