import { useEffect, useMemo, useState } from "react";
import type { Fill } from "./fill-state.ts";
import { toMapRow } from "./fill-state.ts";
import { keyOfQuestion, type MapQuestion } from "./map-question.ts";
import { type MapPrediction, predictMap, predictMapByRules } from "./predict-map.ts";

type Options = {
  /** Its predictions are shown until the org is asked again, and while it is going on. */
  fill: Fill | undefined;
  /** The org may be contacted: it is ready, and no link alone has chosen it. */
  canContact: boolean;
};

/** Longer than the pause between two keys of a server's ID. */
const settleMs = 300;

/**
 * Predicts the rows of the map: first by Okta's rules alone, then with what the org tells, and again when the user
 * comes back to the tab.
 */
export function useMapPrediction(
  question: MapQuestion,
  { fill, canContact }: Options,
): MapPrediction {
  const key = keyOfQuestion(question);
  const sent = JSON.stringify(question.sentScopes);
  const [known, setKnown] = useState<{ key: string; sent: string; prediction: MapPrediction }>();
  const [focusCount, setFocusCount] = useState(0);
  const isFilling = fill?.status === "running";

  useEffect(() => {
    const countUp = () => setFocusCount((it) => it + 1);
    window.addEventListener("focus", countUp);
    return () => window.removeEventListener("focus", countUp);
  }, []);

  const isFirst = known === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the question
  useEffect(() => {
    if (!canContact || isFilling) return;
    let isCancelled = false;
    const timer = setTimeout(
      () =>
        void predictMap(question).then((prediction) => {
          if (!isCancelled) setKnown({ key, sent, prediction });
        }),
      isFirst ? 0 : settleMs,
    );
    return () => {
      isCancelled = true;
      clearTimeout(timer);
    };
  }, [key, sent, canContact, isFilling, focusCount]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the question
  const byRules = useMemo(() => predictMapByRules(question), [key, sent]);
  const stored = useMemo(() => fill && toPrediction(fill), [fill]);
  const isStoredShown = fill && keyOfQuestion(fill.question as MapQuestion) === key;
  if (known?.key === key && !isFilling) return known.prediction;
  return isStoredShown && stored ? stored : byRules;
}

function toPrediction({ rows, userId }: Fill): MapPrediction {
  return { rows: rows.map(toMapRow), userId };
}
