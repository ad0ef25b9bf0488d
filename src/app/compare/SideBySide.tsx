import { useId, useState } from "react";
import type { ClaimsSource } from "../describe-run.ts";
import type { Run } from "../runs.ts";
import { ComparisonTable } from "./ComparisonTable.tsx";
import styles from "./SideBySide.module.css";

type SideBySideProps = {
  sources: readonly ClaimsSource[];
  /** Newest first. */
  runs: readonly Run[];
  /** The comparison that has just been completed. */
  completed: { fatRunId: string; thinRunId: string } | undefined;
};

/** Two claims sets of this tab, each chosen from all there are. */
export function SideBySide({ sources, runs, completed }: SideBySideProps) {
  const [chosenLeft, setLeft] = useState(completed && `${completed.fatRunId}:id_token`);
  const [chosenRight, setRight] = useState(completed && `${completed.thinRunId}:id_token`);
  const id = useId();
  const [before, after] = proposePair(sources);
  const right = sources.find((source) => source.id === chosenRight) ?? after;
  const left =
    sources.find((source) => source.id === chosenLeft) ?? (before === right ? after : before);
  if (!left || !right) {
    return (
      <p className={styles.empty}>
        With two claims sets, for instance a thin ID token and its UserInfo, a table shows them
        claim by claim.
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

/** Unless somebody has chosen, the two newest: an older run before a newer one, a run's token before its UserInfo. */
function proposePair([newest, next]: readonly ClaimsSource[]) {
  return newest?.run === next?.run ? [newest, next] : [next, newest];
}
