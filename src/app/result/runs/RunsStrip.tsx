import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import type { Run } from "../../run.ts";
import { describeRuns, RunChips, showCurrentChip } from "./RunChips.tsx";
import styles from "./RunsStrip.module.css";

type RunsStripProps = {
  runs: readonly Run[];
  hasOtherOrg: boolean;
  shownRunId: string | undefined;
  hasNextRequest: boolean;
  onShow: (runId: string | undefined) => void;
  onClear: () => void;
};

export function RunsStrip(props: RunsStripProps) {
  const { runs, hasOtherOrg, shownRunId, hasNextRequest, onShow, onClear } = props;
  const [isConfirming, setConfirming] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const descriptions = useMemo(() => describeRuns(runs, hasOtherOrg), [runs, hasOtherOrg]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another chip becomes the current one, or the next request covers it
  useEffect(() => {
    // The observer calls back after layout, and again when the phone is turned or a presentation enlarges the text.
    const observer = new ResizeObserver(([entry]) => entry && showCurrentChip(entry.target));
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [shownRunId, runs.length, hasNextRequest]);

  return (
    <div className={`${styles.strip} no-print`}>
      <RunChips runs={descriptions} {...{ shownRunId, hasNextRequest, onShow, list }} />
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
          This removes all runs and their tokens from this tab. You can’t undo it.
        </ConfirmDialog>
      )}
    </div>
  );
}
