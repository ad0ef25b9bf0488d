import { type ReactNode, useEffect, useId, useState } from "react";
import styles from "./Fold.module.css";

type FoldProps = {
  id?: string | undefined;
  title: string;
  summary: ReactNode;
  /** Opens the region as soon as this is true. */
  isUrgent?: boolean;
  isLazy?: boolean;
  children: ReactNode;
};

export function Fold({ id, title, summary, isUrgent = false, isLazy, children }: FoldProps) {
  const headingId = useId();
  const [isOpen, setOpen] = useState(isUrgent);
  const [wasOpened, setOpened] = useState(isUrgent);

  useEffect(() => {
    if (isUrgent) setOpen(true);
  }, [isUrgent]);

  return (
    <section id={id} className={styles.fold} aria-labelledby={headingId}>
      <details
        open={isOpen}
        onToggle={({ currentTarget: { open } }) => {
          setOpen(open);
          if (open) setOpened(true);
        }}
      >
        <summary>
          <h3 id={headingId}>{title}</h3> <span className="note">{summary}</span>
        </summary>
        <div className={styles.content}>{(wasOpened || !isLazy) && children}</div>
      </details>
    </section>
  );
}
