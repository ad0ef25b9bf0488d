import { changeSetUp } from "../causes/changed-set-up.ts";
import { diagnose } from "../diagnosis.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { Prediction } from "../prediction.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import type { SetUpChange } from "../set-up-change.ts";
import { predictWithSetUp } from "./predict-with-set-up.ts";
import { buildPredictedRun, hasNoGroups } from "./predicted-run.ts";

/** Finds the change of the set-up that avoids a predicted refusal, or that the diagnosis of the predicted response would name first. */
export function findPredictedChange(
  request: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  if (prediction.refusal) return prediction.refusal.setUpChange;
  if (!hasNoGroups(prediction)) return undefined;
  const [first] = diagnose(buildPredictedRun({ ...request, setUp }, prediction)).reasons;
  if (first?.certainty !== "certain" || !first.setUpChange) return undefined;
  const changed = predictAfter(first.setUpChange, request, setUp);
  // The request may have to change, too.
  const isFutile = changed && hasNoGroups(changed);
  return isFutile ? undefined : first.setUpChange;
}

/** Whether Okta would refuse the request after the change, too: for another reason. */
export function isRefusedAfter(
  change: SetUpChange,
  request: RequestOfApp,
  setUp: OrgSetUp,
): boolean {
  const refusal = predictAfter(change, request, setUp)?.refusal;
  return refusal !== undefined && refusal.likelihood !== "possible";
}

function predictAfter(
  change: SetUpChange,
  request: RequestOfApp,
  setUp: OrgSetUp,
): Prediction | undefined {
  const changed = changeSetUp(change, setUp, request.responseType);
  return changed && predictWithSetUp(request, changed);
}
