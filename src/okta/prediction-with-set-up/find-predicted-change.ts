import { changeSetUp } from "../causes/changed-set-up.ts";
import { diagnose } from "../diagnosis.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { PredictedRefusal } from "../predicted-refusal.ts";
import type { Prediction } from "../prediction.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import type { SetUpChange } from "../set-up-change.ts";
import { findErrorPage } from "./find-set-up-refusal.ts";
import { predictWithSetUp } from "./predict-with-set-up.ts";
import { buildPredictedRun, hasNoGroups } from "./predicted-run.ts";

/** A change of the set-up that avoids a predicted refusal, or a response without groups. */
export type PredictedChange = {
  readonly change: SetUpChange;
  /** Whether this change alone avoids the refusal or the error page. If not, another problem remains. */
  readonly isEnough: boolean;
};

/**
 * Finds the change of the set-up that avoids a predicted refusal. For a predicted response without groups, finds the
 * change that the diagnosis would name first.
 */
export function findPredictedChange(
  request: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): PredictedChange | undefined {
  const change = findChange(request, prediction, setUp);
  if (!change) return undefined;
  const changed = changeSetUp(change, setUp, request.responseType);
  const after = changed && predictWithSetUp(request, changed);
  // Groups need another change, too, possibly of the request.
  if (!prediction.refusal && after && hasNoGroups(after)) return undefined;
  return { change, isEnough: !after?.refusal || after.refusal.likelihood === "possible" };
}

/** Finds the change of the set-up that avoids an error page. The change is enough if Okta then redirects, even with an error. */
export function findErrorPageChange(
  request: RequestOfApp,
  { setUpChange: change }: PredictedRefusal,
  setUp: OrgSetUp,
): PredictedChange | undefined {
  if (!change) return undefined;
  const changed = changeSetUp(change, setUp, request.responseType);
  return { change, isEnough: !changed || !findErrorPage(request, changed) };
}

/** Returns the change that the diagnosis of Okta's error would suggest for a failed claim. */
function mendClaim(
  request: RequestOfApp,
  { error = "", failedClaim, likelihood }: PredictedRefusal,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  if (failedClaim === undefined || likelihood === "possible") return undefined;
  const description = `The '${failedClaim}' user claim could not be evaluated.`;
  return diagnose({ ...request, setUp, refusal: { error, description } }).causes[0]?.setUpChange;
}

function findChange(
  request: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  const { refusal } = prediction;
  if (refusal) return refusal.setUpChange ?? mendClaim(request, refusal, setUp);
  if (!hasNoGroups(prediction)) return undefined;
  const [first] = diagnose(buildPredictedRun({ ...request, setUp }, prediction)).causes;
  return first?.certainty === "certain" ? first.setUpChange : undefined;
}
