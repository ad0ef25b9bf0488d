import type { ReactNode } from "react";
import styles from "./Card.module.css";

/** The surface of a page's only list. The page's heading is its title. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
