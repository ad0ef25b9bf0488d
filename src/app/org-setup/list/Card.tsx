import type { ReactNode } from "react";
import styles from "./Card.module.css";

/** The surface of a list that is all its page is about: the page's heading is its title. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}
