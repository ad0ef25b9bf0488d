import type { ComponentProps } from "react";
import styles from "./Disclosure.module.css";

type DisclosureProps = Pick<ComponentProps<"details">, "children" | "onToggle"> & {
  summary: string;
};

/** What few people want to see, below a line and behind its summary. */
export function Disclosure({ summary, children, onToggle }: DisclosureProps) {
  return (
    <details className={styles.disclosure} onToggle={onToggle}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
