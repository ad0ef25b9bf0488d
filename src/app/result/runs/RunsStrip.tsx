import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { describeRun, hasManyOrgs } from "../describe-run.ts";
import type { FindOrigins } from "../known-origins.ts";
import styles from "./RunsStrip.module.css";

type RunsStripProps = {
  runs: readonly Run[];
  findOrigins?: FindOrigins;
  shownRunId: string | undefined;
  /** Offers the draft as a chip: it differs from the shown run's request. */
  hasNextRequest: boolean;
  /** @param runId `undefined` for the next request. */
  onShow: (runId: string | undefined) => void;
  onClear: () => void;
};

export function RunsStrip(props: RunsStripProps) {
  const { runs, findOrigins, shownRunId, hasNextRequest, onShow, onClear } = props;
  const [isConfirming, setConfirming] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const descriptions = useMemo(() => {
    const namesOrg = hasManyOrgs(runs);
    return runs.map((run) => ({
      run,
      ...describeRun(run, { namesOrg, origins: findOrigins?.(run) }),
    }));
  }, [runs, findOrigins]);

  // On a phone the chips are one line that scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chip becomes the current one
  useEffect(() => {
    // Reports the size once it is laid out, and again when the phone is turned or a presentation enlarges the text.
    const observer = new ResizeObserver(([entry]) => {
      const chip = entry?.target.querySelector("[aria-current]");
      if (entry && chip) showInside(entry.target, chip);
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [shownRunId, runs.length]);

  return (
    <div className={`${styles.strip} no-print`}>
      <ul ref={list} aria-label="Runs" className={styles.runs}>
        {descriptions.map(({ run, server, tokens, outcome }) => (
          <li key={run.id}>
            <button
              type="button"
              className={styles.run}
              aria-current={run.id === shownRunId || undefined}
              onClick={() => onShow(run.id)}
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
              onClick={() => onShow(undefined)}
            >
              Next request
            </button>
          </li>
        )}
      </ul>
      <Button look="quiet" onClick={() => setConfirming(true)}>
        Clear results
      </Button>
      {isConfirming && (
        <ConfirmDialog
          title="Clear all results?"
          confirmLabel="Clear all"
          cancelLabel="Keep them"
          onConfirm={onClear}
          onCancel={() => setConfirming(false)}
        >
          This removes every response and token from this tab. You can’t undo it.
        </ConfirmDialog>
      )}
    </div>
  );
}

const fadePx = 20;

/** Scrolls only the list. `scrollIntoView` would move the page, too. */
function showInside(list: Element, chip: Element): void {
  const bounds = list.getBoundingClientRect();
  const { left, right } = chip.getBoundingClientRect();
  if (left < bounds.left) list.scrollLeft -= bounds.left - left;
  if (right + fadePx > bounds.right) list.scrollLeft += right + fadePx - bounds.right;
}
