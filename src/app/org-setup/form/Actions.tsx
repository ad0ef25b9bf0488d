import type { ReactNode } from "react";
import styles from "./Actions.module.css";

/** An object's buttons, aligned to the end of the line. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
