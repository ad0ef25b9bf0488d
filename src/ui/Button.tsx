import type { ComponentProps } from "react";
import styles from "./Button.module.css";

type ButtonProps = ComponentProps<"button"> & {
  /** `primary`: the one thing a section is about. `danger`: in its place, if something is lost for good. */
  look?: "primary" | "danger" | "secondary" | "quiet";
};

/** Never a submit button by accident. */
export function Button({ look = "secondary", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={styles.button} data-look={look} {...rest} />;
}
