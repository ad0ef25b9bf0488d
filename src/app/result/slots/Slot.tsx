import { type CSSProperties, type ReactNode, useContext, useId } from "react";
import type { IdTokenVerdict } from "../../../okta/fat-and-thin.ts";
import { HasDetailsIdsContext } from "../details/has-details-ids.ts";
import styles from "./Slot.module.css";

export type SlotTitle = "ID token" | "Access token" | "UserInfo";

type SlotProps = {
  title: SlotTitle;
  tag?: ReactNode;
  badge?: ReactNode;
  strip?: ReactNode;
  caption?: ReactNode;
  /** Nothing was received: not requested, not called, or a prediction. */
  isEmpty?: boolean;
  children?: ReactNode;
};

export function Slot(props: SlotProps) {
  const { title, tag, badge, strip, caption, isEmpty, children } = props;
  const headingId = useId();
  const hasId = useContext(HasDetailsIdsContext);
  return (
    <section
      id={hasId ? `run-${title.replace(" ", "-").toLowerCase()}` : undefined}
      aria-labelledby={headingId}
      className={`card ${styles.slot}`}
      data-empty={isEmpty || undefined}
    >
      <header className={styles.header}>
        <div className={`row ${styles.line}`}>
          <h3 id={headingId}>{title}</h3>
          {tag}
          {badge}
        </div>
        {strip}
        {caption && <div className={styles.caption}>{caption}</div>}
      </header>
      {children}
    </section>
  );
}

type TagProps = {
  look?: "filled" | "outlined";
  word: ReactNode;
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

export const tags = {
  fat: { look: "filled", word: "Fat", rest: "ID token" },
  thin: { look: "outlined", word: "Thin", rest: "ID token" },
  unknown: { look: "outlined", word: "Fat or thin can’t be told" },
} as const;

type FatOrThinTagProps = Pick<IdTokenVerdict, "kind"> & {
  word?: ReactNode;
};

export function FatOrThinTag({ kind, ...word }: FatOrThinTagProps) {
  return <SlotTag {...tags[kind]} {...word} isStatus />;
}

type GroupsLineProps = {
  /** An admin chooses the claim's name, so it is not always known. */
  name?: ReactNode;
  fate: string;
  children?: ReactNode;
};

export function GroupsLine({ name, fate, children }: GroupsLineProps) {
  return (
    <div className={styles.groupsLine}>
      <p>
        {name ? <code>{name}</code> : "Groups"} {fate}
      </p>
      {children && <p className={styles.because}>{children}</p>}
    </div>
  );
}

type SlotsProps = {
  full: readonly [idToken: boolean, accessToken: boolean, userInfo: boolean];
  children: ReactNode;
};

const shares = [1, 1.7, 1.25, 1];

/** Shows the slots in three columns, or stacked if the columns would be too narrow. */
export function Slots({ full, children }: SlotsProps) {
  const share = shares[full.filter(Boolean).length];
  const columns = full.map((isFull) => `minmax(0, ${isFull ? share : 1}fr)`).join(" ");
  return (
    <div className={styles.container}>
      <div className={styles.slots} style={{ "--columns": columns } as CSSProperties}>
        {children}
      </div>
    </div>
  );
}
