import type { ReactNode } from "react";
import styles from "./Columns.module.css";

/** Short related fields, side by side if there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}
