import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { drawElements } from "../../draw-elements.ts";
import { formatCount } from "./format-count.ts";
import styles from "./GroupList.module.css";
import { cutText, showBeginning, showWhole, takeFocus } from "./LongText.tsx";
import { showName } from "./VisibleText.tsx";

type GroupListProps = { groups: readonly string[] };

/** Each step takes far less than 100 ms to draw. */
const stepSize = 200;
const mostInLargeType = 20;
/** Okta allows names of up to 255 characters. */
const maxNameLength = 300;

export const GroupList = memo(function GroupList({ groups }: GroupListProps) {
  const [isWhole, setIsWhole] = useState(false);
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
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a ul can't have the steps between itself and its items */}
      <div role="list" aria-label="Groups">
        {showStep(groups, 0, showGroup)}
        {isWhole && <OtherSteps groups={groups} />}
      </div>
      {!isWhole && (
        <Button look="quiet" onClick={() => setIsWhole(true)}>
          Show all {formatCount(groups.length)} groups
        </Button>
      )}
    </>
  );
});

/**
 * Draws all steps but the first without React, in a task each. React would need 100 ms to keep and to remove 20,000
 * elements.
 */
function OtherSteps({ groups }: GroupListProps) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let start = stepSize;
    let timer = 0;
    function drawStep() {
      parent.current?.append(drawElements(showStep(groups, start, showCutGroup)));
      start += stepSize;
      if (start < groups.length) timer = window.setTimeout(drawStep);
    }
    drawStep();
    const first = parent.current?.querySelector<HTMLElement>("[role=listitem]");
    // The button that had the focus is gone.
    if (first && document.activeElement === document.body) {
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
    }
    const drawn = parent.current;
    function unfold({ target }: MouseEvent) {
      const button = target instanceof Element ? target.closest("button") : undefined;
      const item = button?.parentElement;
      const group = groups[Number(button?.value)];
      if (!item || group === undefined) return;
      item.replaceChildren(drawElements(showWhole(group)));
      item.tabIndex = -1;
      takeFocus(item);
    }
    drawn?.addEventListener("click", unfold);
    return () => {
      clearTimeout(timer);
      drawn?.removeEventListener("click", unfold);
      drawn?.replaceChildren();
    };
  }, [groups]);
  return <div role="presentation" ref={parent} />;
}

const isShort = (group: string) => group.length <= maxNameLength;

function showGroup(group: string): ReactNode {
  return isShort(group) ? showName(group) : cutText(group, maxNameLength);
}

/** Shows a name without React state. `OtherSteps` handles clicks on the button, whose value is the group's index. */
function showCutGroup(group: string, index: number): ReactNode {
  return isShort(group) ? showName(group) : showBeginning(group, maxNameLength, { value: index });
}

function showStep(
  groups: readonly string[],
  start: number,
  show: (group: string, index: number) => ReactNode,
): ReactNode {
  return (
    <div role="presentation" className={`${styles.list} ${styles.step}`} data-dense>
      {groups.slice(start, start + stepSize).map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a li must be the child of a ul
        <div key={index} role="listitem" className={styles.group}>
          {show(group, start + index)}
        </div>
      ))}
    </div>
  );
}
