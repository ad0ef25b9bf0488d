import { memo, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./GroupList.module.css";
import { cutLongText } from "./LongText.tsx";

type GroupListProps = { groups: readonly string[] };

/** More chips than these at once would keep a browser busy and a person no wiser. */
const mostAtFirst = 500;

/** One chip a group, for names hold commas; and how many, for nobody counts chips. */
export const GroupList = memo(function GroupList({ groups }: GroupListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const firstOfRest = useRef<HTMLLIElement>(null);
  const shown = showsAll ? groups : groups.slice(0, mostAtFirst);

  // The button that had the focus is gone: a keyboard goes on with the first group that it has brought.
  useEffect(() => {
    if (showsAll) firstOfRest.current?.focus();
  }, [showsAll]);

  if (groups.length === 0) {
    return <p className={styles.count}>Present, but empty: the list holds no group.</p>;
  }
  return (
    <div className={styles.groups}>
      <p className={styles.count}>{groups.length === 1 ? "1 group" : `${groups.length} groups`}</p>
      <ul aria-label="Groups" className={styles.list}>
        {shown.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and the list never changes its order
          <li key={index} {...(index === mostAtFirst && { ref: firstOfRest, tabIndex: -1 })}>
            {cutLongText(group)}
          </li>
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button onClick={() => setShowsAll(true)}>Show all {groups.length} groups</Button>
      )}
    </div>
  );
});
