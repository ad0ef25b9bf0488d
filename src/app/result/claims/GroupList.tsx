import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { formatCount } from "./format-count.ts";
import styles from "./GroupList.module.css";
import { cutText } from "./LongText.tsx";
import { showName } from "./VisibleText.tsx";

type GroupListProps = { groups: readonly string[] };

/** Each step takes far less than 100 ms to render. */
const stepSize = 200;
const mostInLargeType = 20;
const maxNameLength = 300;

export const GroupList = memo(function GroupList({ groups }: GroupListProps) {
  const [count, setCount] = useState(stepSize);
  const [isWhole, setIsWhole] = useState(false);

  useEffect(() => {
    if (!isWhole || count >= groups.length) return;
    const timer = setTimeout(() => setCount(count + stepSize));
    return () => clearTimeout(timer);
  }, [isWhole, count, groups.length]);

  const isDense = groups.length > mostInLargeType;
  if (groups.length <= stepSize) {
    return (
      <ul aria-label="Groups" className={styles.list} data-dense={isDense || undefined}>
        {groups.map((group, index) => (
          <li key={index} className={styles.group}>
            {showGroup(group)}
          </li>
        ))}
      </ul>
    );
  }

  const starts = Array.from({ length: Math.ceil(Math.min(count, groups.length) / stepSize) });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a ul can't have the steps between itself and its items */}
      <div role="list" aria-label="Groups">
        {starts.map((_, step) => (
          <Step key={step} groups={groups} start={step * stepSize} takesFocus={step === 1} />
        ))}
      </div>
      {!isWhole && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          Show all {formatCount(groups.length)} groups
        </Button>
      )}
    </>
  );
});

type StepProps = GroupListProps & { start: number; takesFocus: boolean };

const Step = memo(function Step({ groups, start, takesFocus }: StepProps) {
  const first = useRef<HTMLDivElement>(null);

  // The button that had the focus is gone: focus the first new group.
  useEffect(() => {
    if (takesFocus) first.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <div role="presentation" className={`${styles.list} ${styles.step}`} data-dense>
      {groups.slice(start, start + stepSize).map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a li must be the child of a ul
        <div
          key={index}
          role="listitem"
          className={styles.group}
          {...(takesFocus && index === 0 && { ref: first, tabIndex: -1 })}
        >
          {showGroup(group)}
        </div>
      ))}
    </div>
  );
});

function showGroup(name: string): ReactNode {
  return name.length <= maxNameLength ? showName(name) : cutText(name, maxNameLength);
}
