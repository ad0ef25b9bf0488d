import { useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { Run } from "../../run.ts";
import { summarizeRun } from "../describe-run.ts";
import styles from "./RunsStrip.module.css";

type RunsStripProps = {
  /** Oldest first. */
  runs: readonly Run[];
  /** `undefined` where the next request is shown. */
  shownRunId: string | undefined;
  /** Offers the draft as a chip: it differs from the shown run's request. */
  hasNextRequest: boolean;
  /** @param runId `undefined` for the next request. */
  onShow: (runId: string | undefined) => void;
  onClear: () => void;
};

/** A chip for each run, and one for the request that was not sent yet. */
export function RunsStrip({ runs, shownRunId, hasNextRequest, onShow, onClear }: RunsStripProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div className={styles.strip}>
      <ul aria-label="Runs" className={styles.runs}>
        {runs.map((run) => {
          const { server, tokens, outcome } = summarizeRun(run);
          return (
            <li key={run.id}>
              <button
                type="button"
                className={styles.run}
                aria-current={run.id === shownRunId || undefined}
                onClick={() => onShow(run.id)}
              >
                <b className={styles.number}>{run.number}</b> <bdi>{server}</bdi> · {tokens} ·{" "}
                {outcome.kind === "groups" ? (
                  <b className={styles.groups}>
                    {outcome.count === 1 ? "1 group" : `${outcome.count} groups`}
                  </b>
                ) : (
                  outcome.text
                )}
              </button>
            </li>
          );
        })}
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
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        Clear results
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="clear-title">
        <h2 id="clear-title">Clear all results?</h2>
        <p>This removes every response and token from this tab. You can’t undo it.</p>
        <form method="dialog" className={styles.choices}>
          <button type="submit" className={styles.cancel}>
            Keep them
          </button>
          <Button look="danger" type="submit" onClick={onClear}>
            Clear
          </Button>
        </form>
      </dialog>
    </div>
  );
}
