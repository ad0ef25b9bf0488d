import type { ComponentProps } from "react";
import styles from "./Toast.module.css";

type ToastProps = Omit<ComponentProps<"section">, "className"> & { side: "start" | "end" };

/** A message over the lower edge of the window: what is on the page stays where it is when it comes. */
export function Toast({ side, ...rest }: ToastProps) {
  return <section data-side={side} className={`row card ${styles.toast} no-print`} {...rest} />;
}
