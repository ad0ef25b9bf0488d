import { type ReactNode, useContext, useId } from "react";
import { HasDetailsIdsContext } from "../details/has-details-ids.ts";
import styles from "./Slot.module.css";

export type SlotTitle = "ID token" | "Access token" | "UserInfo";

type SlotProps = {
  title: SlotTitle;
  /** Fat, thin, opaque: what kind of token it is. */
  tag?: ReactNode;
  badge?: ReactNode;
  strip?: ReactNode;
  /** One line that says in words what the strip shows, or why there is nothing to show. */
  caption?: ReactNode;
  /** Nothing has arrived in it: not requested, not called, or predicted. */
  isEmpty?: boolean;
  children?: ReactNode;
};

/** One of the three places where groups can be. */
export function Slot(props: SlotProps) {
  const { title, tag, badge, strip, caption, isEmpty, children } = props;
  const headingId = useId();
  const hasId = useContext(HasDetailsIdsContext);
  return (
    <section
      id={hasId ? `run-${title.replace(" ", "-").toLowerCase()}` : undefined}
      aria-labelledby={headingId}
      className={styles.slot}
      data-empty={isEmpty || undefined}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <div className={styles.line}>
            <h3 id={headingId}>{title}</h3>
            {tag}
            {badge}
          </div>
          {strip}
          {caption && <div className={styles.caption}>{caption}</div>}
        </header>
        {children}
      </div>
    </section>
  );
}

type TagProps = {
  look?: "filled" | "outlined";
  /** The word that is seen. */
  word: ReactNode;
  /** What screen readers hear after it, to make a sentence of it. */
  rest?: string;
  isStatus?: boolean;
};

export function SlotTag({ look = "outlined", word, rest, isStatus }: TagProps) {
  return (
    <span className={styles.tag} data-look={look} role={isStatus ? "status" : undefined}>
      {word}
      {rest && <span className="visually-hidden"> {rest}</span>}
    </span>
  );
}

/** Says in one line how a slot stands to groups where it shows none. */
export function GroupsLine({ fate, children }: { fate: string; children?: ReactNode }) {
  return (
    <div className={styles.groupsLine}>
      <p>
        <code>groups</code> {fate}
      </p>
      {children && <p className={styles.because}>{children}</p>}
    </div>
  );
}
