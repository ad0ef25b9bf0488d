import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { claimsSourcesOf } from "../describe-run.ts";
import type { Landed } from "../memory.ts";
import type { Run } from "../runs.ts";
import type { Comparison } from "../sent-requests.ts";
import { shorten } from "../shorten.ts";
import styles from "./ComparedRuns.module.css";
import { RunCard } from "./RunCard.tsx";
import { SideBySide } from "./SideBySide.tsx";

type ComparedRunsProps = {
  /** Newest first, at least one. */
  runs: readonly Run[];
  currentRunId: string | undefined;
  /** What the landing did to a comparison, if it belonged to one. */
  landed: Landed["comparison"];
  onGoOn: (comparison: Comparison) => void;
  onShow: (runId: string) => void;
};

/** The runs of this tab as cards, and two of their claims sets side by side. */
export function ComparedRuns({ runs, currentRunId, landed, onGoOn, onShow }: ComparedRunsProps) {
  const completed = landed?.kind === "completed" ? landed : undefined;
  // A comparison that was asked for is what whoever lands wants to see; the runs come after it.
  const sideBySide = (
    <SideBySide
      key={completed?.thinRunId}
      sources={runs.flatMap(claimsSourcesOf)}
      runs={runs}
      completed={completed}
    />
  );
  return (
    <>
      {landed?.kind === "refused" && (
        <Callout kind="alert">
          <p>
            The first answer is here, but the second request could not be answered without you: the
            authorization server said <code>{shorten(landed.error)}</code> to a request that forbids
            it to ask (<code>prompt=none</code>).
          </p>
          <p>
            <Button onClick={() => onGoOn(landed.next)}>Sign in for the second request</Button>
          </p>
        </Callout>
      )}
      {completed && sideBySide}
      <ol className={styles.cards} aria-label="Runs of this tab">
        {runs.map((run, index) => (
          <RunCard
            key={run.id}
            run={run}
            number={runs.length - index}
            isCurrent={run.id === currentRunId}
            onShow={() => onShow(run.id)}
          />
        ))}
      </ol>
      {!completed && sideBySide}
    </>
  );
}
