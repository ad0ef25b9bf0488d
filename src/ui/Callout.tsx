import type { ComponentProps } from "react";
import styles from "./Callout.module.css";

type CalloutProps = ComponentProps<"div"> & {
  /** `alert` interrupts a screen reader: for what went wrong, never for advice. */
  kind: "warning" | "alert";
};

/** A paragraph or two that must not be overlooked. */
export function Callout({ kind, ...rest }: CalloutProps) {
  return (
    <div
      className={styles.callout}
      data-kind={kind}
      role={kind === "alert" ? "alert" : undefined}
      {...rest}
    />
  );
}
