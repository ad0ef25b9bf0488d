import type { ReactNode } from "react";
import styles from "./News.module.css";

/** What has come of a change, said once it is made. The place is there before, so that a screen reader hears of it. */
export function News({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.news}>
      {children}
    </div>
  );
}
