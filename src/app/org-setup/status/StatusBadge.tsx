import styles from "./StatusBadge.module.css";

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
