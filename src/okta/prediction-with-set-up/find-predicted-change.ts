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

/** A change of the set-up that a prediction asks for. */
export type PredictedChange = {
  readonly change: SetUpChange;
  /** Whether Okta then accepts the request, or returns a response. Otherwise it refuses it for another reason. */
  readonly isEnough: boolean;
};

/** Finds the change of the set-up that avoids a predicted refusal, or that the diagnosis of the predicted response would name first. */
export function findPredictedChange(
  request: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): PredictedChange | undefined {
  const change = findChange(request, prediction, setUp);
  if (!change) return undefined;
  const changed = changeSetUp(change, setUp, request.responseType);
  const after = changed && predictWithSetUp(request, changed);
  // The request may have to change, too.
  if (!prediction.refusal && after && hasNoGroups(after)) return undefined;
  return { change, isEnough: !after?.refusal || after.refusal.likelihood === "possible" };
}

/** Finds the change of the set-up that avoids an error page. It is enough if Okta then returns a response, even a refusal. */
export function findErrorPageChange(
  request: RequestOfApp,
  { setUpChange: change }: PredictedRefusal,
  setUp: OrgSetUp,
): PredictedChange | undefined {
  if (!change) return undefined;
  const changed = changeSetUp(change, setUp, request.responseType);
  return { change, isEnough: !changed || !findErrorPage(request, changed) };
}

/** As the diagnosis of Okta's error would mend it. */
function mendClaim(
  request: RequestOfApp,
  { error = "", failedClaim, likelihood }: PredictedRefusal,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  if (failedClaim === undefined || likelihood === "possible") return undefined;
  const description = `The '${failedClaim}' user claim could not be evaluated.`;
  return diagnose({ ...request, setUp, refusal: { error, description } }).reasons[0]?.setUpChange;
}

function findChange(
  request: RequestOfApp,
  prediction: Prediction,
  setUp: OrgSetUp,
): SetUpChange | undefined {
  const { refusal } = prediction;
  if (refusal) return refusal.setUpChange ?? mendClaim(request, refusal, setUp);
  if (!hasNoGroups(prediction)) return undefined;
  const [first] = diagnose(buildPredictedRun({ ...request, setUp }, prediction)).reasons;
  return first?.certainty === "certain" ? first.setUpChange : undefined;
}
