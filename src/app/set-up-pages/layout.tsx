import type { ReactNode } from "react";
import panel from "../../ui/Panel.module.css";
import styles from "./layout.module.css";

type LayoutProps = { children: ReactNode };

/** The surface of a page's only list. It has no title, because the page's heading is enough. */
export function Card({ children }: LayoutProps) {
  return <div className={`card ${panel.panel}`}>{children}</div>;
}

/** Short related fields, side by side if there is room. */
export function Columns({ children }: LayoutProps) {
  return <div className={styles.columns}>{children}</div>;
}

/** An object's buttons, aligned to the end of the line. */
export function Actions({ children }: LayoutProps) {
  return <div className={`row ${styles.actions}`}>{children}</div>;
}
