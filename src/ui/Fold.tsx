import { type ReactNode, useEffect, useId, useState } from "react";
import styles from "./Fold.module.css";

type FoldProps = {
  title: string;
  /** What the summary line says beside the title. */
  summary: ReactNode;
  /** Opens by itself once set: there is something to read. */
  isUrgent?: boolean;
  children: ReactNode;
};

/** A region that folds to its summary line. */
export function Fold({ title, summary, isUrgent = false, children }: FoldProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(isUrgent);

  useEffect(() => {
    if (isUrgent) setOpen(true);
  }, [isUrgent]);

  return (
    <section className={styles.fold} aria-labelledby={id}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h3 id={id}>{title}</h3> <span>{summary}</span>
        </summary>
        <div className={styles.content}>{children}</div>
      </details>
    </section>
  );
}
