import type { Ref } from "react";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { describeRun, hasManyOrgs } from "../describe-run.ts";
import { nameUsers } from "../run-users.ts";
import styles from "./RunsStrip.module.css";

type RunChipsProps = {
  runs: ReturnType<typeof describeRuns>;
  shownRunId: string | undefined;
  /** Adds a chip for the draft, which differs from the shown run's request. */
  hasNextRequest: boolean;
  /** @param runId `undefined` for the next request. */
  onShow?: (runId: string | undefined) => void;
  list?: Ref<HTMLUListElement>;
};

/** @param hasOtherOrg A run's org differs from the form's org. After a landing, the form has the run's org. */
export function describeRuns(runs: readonly Run[], hasOtherOrg = false) {
  const users = nameUsers(runs);
  const namesOrg = hasOtherOrg || hasManyOrgs(runs);
  return runs.map((run) => ({
    run,
    user: users.get(run.id),
    ...describeRun(run, { namesOrg }),
  }));
}

export function RunChips({ runs, shownRunId, hasNextRequest, onShow, list }: RunChipsProps) {
  return (
    <ul
      ref={list}
      aria-label="Runs"
      className={styles.runs}
      onScroll={({ currentTarget }) => fadeEdges(currentTarget)}
      onFocus={({ currentTarget, target }) => {
        // Chromium doesn't scroll to a chip if a part is in view. A click must not move the chip, so only keys scroll.
        if (target.matches(":focus-visible")) showChip(currentTarget, target);
      }}
    >
      {runs.map(({ run, server, tokens, outcome, user }) => (
        <li key={run.id}>
          <button
            type="button"
            className={styles.run}
            aria-current={run.id === shownRunId || undefined}
            onClick={() => onShow?.(run.id)}
          >
            <b className={styles.number}>{run.number}</b>{" "}
            <span>
              <bdi>{server}</bdi> · {tokens} ·{" "}
              {outcome.kind === "groups" ? (
                <b className={styles.groups}>{countOf(outcome.count, "group")}</b>
              ) : (
                outcome.text
              )}
              {user !== undefined && (
                <>
                  {" "}
                  · <bdi>{user}</bdi>
                </>
              )}
            </span>
          </button>
        </li>
      ))}
      {(hasNextRequest || shownRunId === undefined) && (
        <li className={styles.next}>
          <button
            type="button"
            className={styles.run}
            data-next
            aria-current={shownRunId === undefined || undefined}
            onClick={() => onShow?.(undefined)}
          >
            Next request
          </button>
        </li>
      )}
    </ul>
  );
}

const fadePx = 20;
const gapPx = 8;

export function showCurrentChip(list: Element): void {
  const chip = list.querySelector("[aria-current]");
  if (chip) showChip(list, chip);
  fadeEdges(list);
}

/** Scrolls only the line of chips: `scrollIntoView` would scroll the page, too. */
function showChip(list: Element, chip: Element): void {
  const next = list.querySelector("[data-next]");
  if (chip === next) {
    // The next request is always in view, so this shows the newest runs beside it.
    list.scrollLeft = list.scrollWidth;
    return;
  }
  const bounds = list.getBoundingClientRect();
  // The next request covers the runs behind it.
  const end = next ? next.getBoundingClientRect().left - gapPx : bounds.right;
  const { left, right } = chip.getBoundingClientRect();
  const spare = end - bounds.left - (right - left) - fadePx;
  const before = bounds.left + fadePx - left;
  const after = right + Math.min(fadePx, spare) - end;
  // If the chip is too wide, its start stays in view, because the start has the run's number.
  if (before > 0 || spare < 0) list.scrollLeft -= before;
  else if (after > 0) list.scrollLeft += after;
}

/** Fades the edges where chips are cut off, because a cut number of groups would look like another number. */
function fadeEdges(list: Element): void {
  const { scrollLeft, scrollWidth, clientWidth } = list;
  list.toggleAttribute("data-more-before", scrollLeft > 1);
  list.toggleAttribute("data-more-after", scrollLeft + clientWidth < scrollWidth - 1);
}
