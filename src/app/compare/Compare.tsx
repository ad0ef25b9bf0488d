import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { type ClaimsSource, claimsSourcesOf } from "../describe-run.ts";
import type { Run } from "../runs.ts";
import styles from "./Compare.module.css";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { RunCard } from "./RunCard.tsx";

type CompareProps = {
  /** Newest first. */
  runs: readonly Run[];
  currentRunId: string | undefined;
  /** The comparison that this landing completed: its fat and its thin run. */
  completed: { fatRunId: string; thinRunId: string } | undefined;
  /** The silent second request of a comparison was refused: how to go on by hand. */
  silentRefusal: { error: string; goOn: () => void } | undefined;
  canSend: boolean;
  onCompareFatAndThin: () => void;
  onShow: (runId: string) => void;
};

/** The runs of this tab as cards, and two of their claims sets side by side. */
export function Compare(props: CompareProps) {
  const { runs, completed, silentRefusal } = props;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const sources = runs.flatMap(claimsSourcesOf);

  const hasNews = completed !== undefined || silentRefusal !== undefined;
  useEffect(() => {
    if (hasNews) heading.current?.focus();
  }, [hasNews]);

  return (
    <section className={styles.compare} aria-labelledby={headingId}>
      <header className={styles.header}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          Compare
        </h2>
        <p>
          A fat ID token comes alone and carries every claim you asked for. A thin one comes with an
          access token and leaves most of them, groups among them, to UserInfo. This sends both
          requests, one after the other, and lays the answers side by side.
        </p>
        <Button disabled={!props.canSend} onClick={props.onCompareFatAndThin}>
          Compare fat and thin
        </Button>
      </header>
      {silentRefusal && (
        <Callout kind="alert">
          <p>
            The first answer is here, but the second request could not be answered without you: the
            authorization server said <code>{silentRefusal.error}</code> to a request that forbids
            it to ask (<code>prompt=none</code>).
          </p>
          <p>
            <Button onClick={silentRefusal.goOn}>Sign in for the second request</Button>
          </p>
        </Callout>
      )}
      {runs.length > 0 && (
        <ol className={styles.cards} aria-label="Runs of this tab">
          {runs.map((run, index) => (
            <RunCard
              key={run.id}
              run={run}
              number={runs.length - index}
              isCurrent={run.id === props.currentRunId}
              onShow={() => props.onShow(run.id)}
            />
          ))}
        </ol>
      )}
      <SideBySide
        key={completed?.thinRunId ?? ""}
        sources={sources}
        runs={runs}
        completed={completed}
      />
    </section>
  );
}

type SideBySideProps = Pick<CompareProps, "runs" | "completed"> & {
  sources: readonly ClaimsSource[];
};

function SideBySide({ sources, runs, completed }: SideBySideProps) {
  const [chosenLeft, setLeft] = useState(completed && `${completed.fatRunId}:id_token`);
  const [chosenRight, setRight] = useState(completed && `${completed.thinRunId}:id_token`);
  const id = useId();
  // Unless somebody has chosen: the newest claims set on the right, the one before it on the left.
  const right = sources.find((source) => source.id === chosenRight) ?? sources[0];
  const left =
    sources.find((source) => source.id === chosenLeft) ??
    sources.find((source) => source.id !== right?.id);
  if (!left || !right) {
    return (
      <p className={styles.empty}>
        Each answer that comes to this tab is kept here until you close it. With two claims sets,
        for instance a thin ID token and its UserInfo, a table shows them claim by claim.
      </p>
    );
  }
  const label = (source: ClaimsSource) =>
    `Run ${runs.length - runs.indexOf(source.run)}: ${source.title}`;
  const options = sources.map((source) => (
    <option key={source.id} value={source.id}>
      {label(source)}
    </option>
  ));
  return (
    <div className={styles.sideBySide}>
      <div className={styles.pickers}>
        <label htmlFor={`${id}-left`}>
          Left
          <select id={`${id}-left`} value={left.id} onChange={(e) => setLeft(e.target.value)}>
            {options}
          </select>
        </label>
        <label htmlFor={`${id}-right`}>
          Right
          <select id={`${id}-right`} value={right.id} onChange={(e) => setRight(e.target.value)}>
            {options}
          </select>
        </label>
      </div>
      <ComparisonTable
        left={{ label: label(left), claims: left.claims }}
        right={{ label: label(right), claims: right.claims }}
      />
    </div>
  );
}
