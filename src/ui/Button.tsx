import type { ComponentProps } from "react";
import styles from "./Button.module.css";

type ButtonProps = ComponentProps<"button"> & {
  /** `primary` is for the one thing a section is about, `danger` in its place where something is lost by it for good. */
  look?: "primary" | "danger" | "secondary" | "quiet";
};

/** A native button; never a submit button by accident. */
export function Button({ look = "secondary", type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={styles.button} data-look={look} {...rest} />;
}
