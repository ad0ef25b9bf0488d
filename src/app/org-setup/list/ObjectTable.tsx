import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./ObjectTable.module.css";

type Column<T> = {
  readonly header: string;
  readonly render: (item: T) => ReactNode;
  /** The column of the buttons that change a row: it stands at the far end. */
  readonly holdsActions?: boolean;
};

type ObjectTableProps<T> = {
  /** What the rows are, and the table's accessible name: "Groups". */
  caption: string;
  items: readonly T[];
  idOf: (item: T) => string;
  /** What a search looks in. */
  textOf: (item: T) => string;
  /** The first one's cells name their rows. */
  columns: readonly Column<T>[];
  /** What it means that there is none, and what to do about it. */
  empty?: ReactNode;
};

/** So many rows are read at a glance; more are searched. */
const mostAtFirst = 20;

/** Objects of the org, one a row, with a search where there are many. */
export function ObjectTable<T>(props: ObjectTableProps<T>) {
  const { caption, items, idOf, textOf, columns, empty } = props;
  const [wanted, setWanted] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const firstOfRest = useRef<HTMLTableRowElement>(null);
  const [first, ...others] = columns;

  const needle = wanted.trim().toLowerCase();
  const found = items.filter((item) => textOf(item).toLowerCase().includes(needle));
  const shown = showsAll ? found : found.slice(0, mostAtFirst);

  // The button that had the focus is gone: a keyboard goes on with the first row that it has brought.
  useEffect(() => {
    if (showsAll) firstOfRest.current?.focus();
  }, [showsAll]);

  return (
    <div className={styles.frame}>
      {items.length > mostAtFirst && (
        <TextField
          type="search"
          label={`Search ${caption.toLowerCase()}`}
          value={wanted}
          onChange={setWanted}
          news={needle && `${found.length} of ${items.length}`}
        />
      )}
      {items.length === 0 && <p>None yet. {empty}</p>}
      <table hidden={items.length === 0}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, holdsActions }) => (
              <th key={header} scope="col" data-actions={holdsActions}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <tr key={idOf(item)} {...(index === mostAtFirst && { ref: firstOfRest, tabIndex: -1 })}>
              <th scope="row">{first?.render(item)}</th>
              {others.map(({ header, render, holdsActions }) => (
                <td
                  key={header}
                  data-actions={holdsActions}
                  data-column={holdsActions ? undefined : header}
                >
                  {render(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < found.length && (
        <Button onClick={() => setShowsAll(true)}>Show all {found.length}</Button>
      )}
    </div>
  );
}
