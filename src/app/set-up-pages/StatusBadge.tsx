import type { Status } from "../org-api/api-call.ts";
import styles from "./StatusBadge.module.css";

type StatusBadgeProps = {
  /** true for good, false for bad, undefined for neutral. */
  isGood: boolean | undefined;
  children: string;
};

export function StatusBadge({ isGood, children }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-good={isGood}>
      {children}
    </span>
  );
}

export function ActiveBadge({ status }: { status: Status }) {
  return (
    <StatusBadge isGood={status === "ACTIVE" || undefined}>
      {status === "ACTIVE" ? "Active" : "Inactive"}
    </StatusBadge>
  );
}
