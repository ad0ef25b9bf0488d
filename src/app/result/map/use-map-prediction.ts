import { useMemo } from "react";
import { useFetched } from "../../use-fetched.ts";
import type { Fill } from "./fill-state.ts";
import { keyOfQuestion, type MapQuestion } from "./map-question.ts";
import { type MapPrediction, predictMap, predictMapByRules } from "./predict-map.ts";

type Options = {
  /** Its predictions are shown while it runs, and until the org's new ones are there. */
  fill: Fill | undefined;
  /** The org is ready, and was not chosen by a link alone. */
  canContact: boolean;
};

const settleMs = 300;
const refreshOn = ["focus"];

/** Predicts by Okta's rules alone, then with the org's set-up or metadata, and again when the tab gets the focus. */
export function useMapPrediction(
  question: MapQuestion,
  { fill, canContact }: Options,
): MapPrediction {
  const key = keyOfQuestion(question);
  const sent = JSON.stringify(question.sentScopes);
  const isFilling = fill?.status === "running";
  const known = useFetched(canContact && !isFilling ? key : undefined, () => predictMap(question), {
    delayMs: settleMs,
    version: sent,
    refreshOn,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the question
  const byRules = useMemo(() => predictMapByRules(question), [key, sent]);
  return known ?? (fill && keyOfQuestion(fill.question) === key ? fill : byRules);
}
