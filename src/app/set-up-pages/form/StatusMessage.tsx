import type { ReactNode } from "react";
import styles from "./StatusMessage.module.css";

/** A status region. Render it empty before there is a message: screen readers announce only changes inside it. */
export function StatusMessage({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.message}>
      {children}
    </div>
  );
}
