import type { Ref } from "react";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { describeRun, hasManyOrgs } from "../describe-run.ts";
import type { FindOrigins } from "../known-origins.ts";
import { nameUsers } from "../run-users.ts";
import styles from "./RunsStrip.module.css";

type RunChipsProps = {
  runs: ReturnType<typeof describeRuns>;
  shownRunId: string | undefined;
  /** Offers the draft as a chip: it differs from the shown run's request. */
  hasNextRequest: boolean;
  /** @param runId `undefined` for the next request. */
  onShow?: (runId: string | undefined) => void;
  list?: Ref<HTMLUListElement>;
};

type Options = {
  findOrigins?: FindOrigins | undefined;
  /** The form chooses another org than a run's. After a landing it chooses the run's. */
  hasOtherOrg?: boolean;
};

export function describeRuns(
  runs: readonly Run[],
  { findOrigins, hasOtherOrg = false }: Options = {},
) {
  const users = nameUsers(runs);
  const namesOrg = hasOtherOrg || hasManyOrgs(runs);
  return runs.map((run) => ({
    run,
    user: users.get(run.id),
    ...describeRun(run, { namesOrg, origins: findOrigins?.(run) }),
  }));
}

export function RunChips({ runs, shownRunId, hasNextRequest, onShow, list }: RunChipsProps) {
  return (
    <ul
      ref={list}
      aria-label="Runs"
      className={styles.runs}
      onScroll={({ currentTarget }) => fadeEdges(currentTarget)}
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
        <li>
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

/** The chips are one line that scrolls. Scrolls only that: `scrollIntoView` would move the page, too. */
export function showCurrentChip(list: Element): void {
  const chip = list.querySelector("[aria-current]");
  if (chip) {
    const bounds = list.getBoundingClientRect();
    const { left, right } = chip.getBoundingClientRect();
    const before = bounds.left + fadePx - left;
    const after = right + fadePx - bounds.right;
    // The start of a wider chip says which run it is.
    if (before > 0 || right - left > bounds.width) list.scrollLeft -= before;
    else if (after > 0) list.scrollLeft += after;
  }
  fadeEdges(list);
}

/** A cut number of groups would be read as another one. */
export function fadeEdges(list: Element): void {
  const { scrollLeft, scrollWidth, clientWidth } = list;
  list.toggleAttribute("data-more-before", scrollLeft > 1);
  list.toggleAttribute("data-more-after", scrollLeft + clientWidth < scrollWidth - 1);
}
