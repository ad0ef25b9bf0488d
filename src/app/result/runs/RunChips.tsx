import type { Ref } from "react";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { describeRun, hasManyOrgs } from "../describe-run.ts";
import type { FindOrigins } from "../known-origins.ts";
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
  const namesOrg = hasOtherOrg || hasManyOrgs(runs);
  return runs.map((run) => ({
    run,
    ...describeRun(run, { namesOrg, origins: findOrigins?.(run) }),
  }));
}

export function RunChips({ runs, shownRunId, hasNextRequest, onShow, list }: RunChipsProps) {
  return (
    <ul ref={list} aria-label="Runs" className={styles.runs}>
      {runs.map(({ run, server, tokens, outcome }) => (
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

/** On a phone the chips are one line that scrolls. Scrolls only that: `scrollIntoView` would move the page, too. */
export function showCurrentChip(list: Element): void {
  const chip = list.querySelector("[aria-current]");
  if (!chip) return;
  const bounds = list.getBoundingClientRect();
  const { left, right } = chip.getBoundingClientRect();
  if (left < bounds.left) list.scrollLeft -= bounds.left - left;
  if (right + fadePx > bounds.right) list.scrollLeft += right + fadePx - bounds.right;
}
