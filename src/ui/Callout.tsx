import type { ComponentProps } from "react";
import styles from "./Callout.module.css";

type CalloutProps = ComponentProps<"div"> & {
  /** `alert` interrupts a screen reader: for failures, never for advice. */
  kind: "warning" | "alert";
};

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
