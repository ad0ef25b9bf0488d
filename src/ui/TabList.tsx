import type { KeyboardEvent, ReactNode } from "react";
import styles from "./Tabs.module.css";

type TabListProps<Name extends string> = {
  label: string;
  names: readonly Name[];
  selected: Name;
  /** Prefix of the tabs' IDs and of the panel's. */
  id?: string;
  onSelect?: (name: Name) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  aside?: ReactNode;
};

/** The row of tabs above a panel. @see WAI-ARIA Authoring Practices, tabs pattern */
export function TabList<Name extends string>(props: TabListProps<Name>) {
  const { label, names, selected, id, onSelect, onKeyDown, aside } = props;
  return (
    <div className={`row ${styles.line}`}>
      <div
        role="tablist"
        aria-label={label}
        className={`${styles.tabs} no-print`}
        onKeyDown={onKeyDown}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={id && `${id}-${name}`}
            data-tab={name}
            aria-selected={name === selected}
            aria-controls={id && name === selected ? `${id}-panel` : undefined}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect?.(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {aside}
    </div>
  );
}
