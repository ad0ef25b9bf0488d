import styles from "./StatusBadge.module.css";
import type { Status } from "./status.ts";

type StatusBadgeProps = {
  /** true for good, false for bad, undefined for neutral. */
  isWell: boolean | undefined;
  children: string;
};

/** A status in words, coloured to match. */
export function StatusBadge({ isWell, children }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-well={isWell}>
      {children}
    </span>
  );
}

/** The status badge of an app, server, policy or rule. */
export function OnOrOff({ status }: { status: Status }) {
  return (
    <StatusBadge isWell={status === "ACTIVE" || undefined}>
      {status === "ACTIVE" ? "Active" : "Inactive"}
    </StatusBadge>
  );
}
