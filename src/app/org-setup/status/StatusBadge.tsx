import styles from "./StatusBadge.module.css";
import type { Status } from "./status.ts";

type StatusBadgeProps = {
  /** true for good, false for bad, undefined for neutral. */
  isWell: boolean | undefined;
  children: string;
};

export function StatusBadge({ isWell, children }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-well={isWell}>
      {children}
    </span>
  );
}

export function OnOrOff({ status }: { status: Status }) {
  return (
    <StatusBadge isWell={status === "ACTIVE" || undefined}>
      {status === "ACTIVE" ? "Active" : "Inactive"}
    </StatusBadge>
  );
}
