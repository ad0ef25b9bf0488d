import type { PredictionComparison } from "../../../okta/prediction-comparison.ts";
import styles from "./PredictionLine.module.css";

/** Says whether a slot has what was predicted. */
export function PredictionLine({ comparison }: { comparison: PredictionComparison | undefined }) {
  if (!comparison) return null;
  return (
    <p className={styles.line} data-kind={comparison.kind}>
      {comparison.sentence}
    </p>
  );
}
