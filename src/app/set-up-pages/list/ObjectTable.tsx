import { type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./ObjectTable.module.css";

export type Column<T> = {
  readonly header: string;
  readonly render: (item: T) => ReactNode;
  /** Whether the column holds the row's buttons; they are aligned to the end. */
  readonly isActions?: boolean;
  /** The column is left out where no item has it. */
  readonly has?: (item: T) => boolean;
};

type ObjectTableProps<T> = {
  caption: string;
  items: readonly T[];
  idOf: (item: T) => string;
  textOf: (item: T) => string;
  /** The first column holds the row headers. */
  columns: readonly Column<T>[];
  empty?: ReactNode;
};

/** Longer lists get a search field and a button that shows the rest. */
const maxShownFirst = 20;

export function ObjectTable<T>(props: ObjectTableProps<T>) {
  const { caption, items, idOf, textOf, empty } = props;
  const columns = props.columns.filter(({ has }) => !has || items.some(has));
  const [query, setQuery] = useHistoryState<string>(`${caption}.query`, "");
  const [isShowingAll, setShowsAll] = useHistoryState<boolean>(`${caption}.all`, false);
  const firstOfRest = useRef<HTMLTableRowElement>(null);
  const [first, ...others] = columns;

  const searched = query.trim().toLowerCase();
  const found = items.filter((item) => textOf(item).toLowerCase().includes(searched));
  const shown = isShowingAll ? found : found.slice(0, maxShownFirst);

  /** Moves the focus to the first new row, because the focused button disappears. */
  function showAll() {
    flushSync(() => setShowsAll(true));
    firstOfRest.current?.focus();
  }

  return (
    <div className={styles.frame}>
      {items.length > maxShownFirst && (
        <TextField
          type="search"
          label={`Search ${caption.toLowerCase()}`}
          value={query}
          onChange={setQuery}
          message={searched && `${found.length} of ${items.length} match`}
        />
      )}
      {items.length === 0 && <p>None yet. {empty}</p>}
      <table hidden={items.length === 0}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, isActions }) => (
              <th key={header} scope="col" data-actions={isActions}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <tr
              key={idOf(item)}
              {...(index === maxShownFirst && { ref: firstOfRest, tabIndex: -1 })}
            >
              <th scope="row">{first?.render(item)}</th>
              {others.map(({ header, render, isActions }) => (
                <td
                  key={header}
                  data-actions={isActions}
                  data-column={isActions ? undefined : header}
                >
                  {render(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < found.length && <Button onClick={showAll}>Show all {found.length}</Button>}
    </div>
  );
}

/**
 * State that is kept in the tab's history entry, so that Back and a reload restore it.
 *
 * @param key Unique on the page.
 */
function useHistoryState<T extends string | boolean>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => {
    const kept: unknown = history.state?.[key];
    return typeof kept === typeof initial ? (kept as T) : initial;
  });
  const change = (next: T) => {
    history.replaceState({ ...history.state, [key]: next }, "");
    setValue(next);
  };
  return [value, change] as const;
}
