import styles from "./StatusBadge.module.css";

type StatusBadgeProps = {
  /** Whether all is as it should be; undefined where it neither is nor is not. */
  isWell: boolean | undefined;
  children: string;
};

/** How something stands, in a word: a colour goes with the word, and never stands for it. */
export function StatusBadge({ isWell, children }: StatusBadgeProps) {
  return (
    <span className={styles.badge} data-well={isWell}>
      {children}
    </span>
  );
}
