import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { Run } from "../../run.ts";
import { type ClaimsSource, listClaimsSources } from "../claims-sources.ts";
import styles from "./Compare.module.css";
import { ComparisonTable } from "./ComparisonTable.tsx";

type CompareProps = {
  /** Oldest first. */
  runs: readonly Run[];
  /** The runs of a comparison that this landing completed. */
  completed: { fatRunId: string; thinRunId: string } | undefined;
  canSend: boolean;
  onCompareFatAndThin: () => void;
};

/** Two claims sets of this tab, side by side. */
export function Compare({ runs, completed, canSend, onCompareFatAndThin }: CompareProps) {
  const id = useId();
  const sources = runs.flatMap(listClaimsSources);
  const [chosenLeft, setLeft] = useState(completed && `${completed.fatRunId}:id_token`);
  const [chosenRight, setRight] = useState(completed && `${completed.thinRunId}:id_token`);
  const find = (sourceId: string | undefined) => sources.find((it) => it.id === sourceId);
  const right = find(chosenRight) ?? sources.at(-1);
  const left = find(chosenLeft) ?? sources.findLast((it) => it !== right);
  if (!left || !right) {
    return (
      <div className={styles.empty}>
        <p>
          Compare needs two claims sets. This sends two requests: one for a fat ID token, one for a
          thin one.
        </p>
        <Button look="primary" disabled={!canSend} onClick={onCompareFatAndThin}>
          Compare fat and thin
        </Button>
      </div>
    );
  }
  const options = sources.map((source) => (
    <option key={source.id} value={source.id}>
      {nameSource(source)}
    </option>
  ));
  return (
    <>
      <div className={styles.choices}>
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
      <ComparisonTable key={`${left.id} ${right.id}`} left={left} right={right} />
    </>
  );
}

const kinds = { fat: "fat ", thin: "thin ", unknown: "" };

function nameSource({ run, place, kind }: ClaimsSource): string {
  return `${run.number} · ${kind ? kinds[kind] : ""}${place}`;
}
