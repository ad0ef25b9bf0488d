import { useEffect, useMemo, useState } from "react";
import type { Fill } from "./fill-state.ts";
import { keyOfQuestion, type MapQuestion } from "./map-question.ts";
import { type MapPrediction, predictMap, predictMapByRules } from "./predict-map.ts";

type Options = {
  /** Its predictions are shown while it runs, and until the org's new ones are there. */
  fill: Fill | undefined;
  /** The org is ready, and was not chosen by a link alone. */
  canContact: boolean;
};

/** The user may be typing a server's ID. */
const settleMs = 300;

/** Predicts by Okta's rules alone, then with the org's set-up or metadata, and again when the tab gets the focus. */
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
  if (known?.key === key && !isFilling) return known.prediction;
  return fill && keyOfQuestion(fill.question) === key ? fill : byRules;
}
