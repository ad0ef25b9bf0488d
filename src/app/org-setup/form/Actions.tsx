import type { ReactNode } from "react";
import styles from "./Actions.module.css";

/** Buttons for what is done to one thing, in a line at the far end. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
