import type { ReactNode } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { findPredictedChange } from "../../okta/prediction-with-set-up/find-predicted-change.ts";
import { predictWithSetUp } from "../../okta/prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes, type RequestOfApp } from "../../okta/request-to-predict.ts";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import type { RequestDraft } from "../request-draft.ts";
import { labelSetUpChange, nameSetUpChange } from "../result/verdict/label-set-up-change.ts";
import { SetUpChangeButton } from "../result/verdict/SetUpChangeButton.tsx";
import { type AppliedChange, applySetUpChange } from "../set-up/apply-set-up-change.ts";
import { fetchOrgSetUp } from "../set-up/fetch-org-set-up.ts";
import { announceSetUpChange, setUpEvent } from "../set-up/set-up-event.ts";
import { useFetched } from "../use-fetched.ts";

type SetUpPredictionProps = {
  draft: RequestDraft;
  request: RequestOfApp;
  username: string | undefined;
  onSend: () => Promise<void>;
  /** `fix` changes the set-up. It sends the request, too, if that is all that was wrong. */
  children: (prediction: Prediction, fix?: ReactNode) => ReactNode;
};

const settleMs = 300;
const refreshOn = ["focus", setUpEvent];

/** Predicts with the demo org's set-up, and without it until it is read. */
export function SetUpPrediction(props: SetUpPredictionProps) {
  const { draft, request, username, onSend, children } = props;
  const { server, clientId, responseType } = request;
  const scopes = findEffectiveScopes(request);
  const setUp = useFetched(
    draft.problems.authorizationServerId
      ? undefined
      : { server, clientId, user: username === undefined ? undefined : { login: username } },
    (question) => fetchOrgSetUp(draft.orgUrl, { ...question, responseType, scopes }),
    // The scopes and the flow only change the values of expressions.
    { delayMs: settleMs, version: JSON.stringify([responseType, scopes]), refreshOn },
  );
  if (!setUp) return children(predict(request));
  const prediction = predictWithSetUp(request, setUp);
  const predicted = findPredictedChange(request, prediction, setUp);
  if (!predicted) return children(prediction);
  const { change, isEnough } = predicted;

  async function apply(chosen: SetUpChange): Promise<AppliedChange> {
    const applied = await applySetUpChange(draft.orgUrl, chosen);
    if (applied.kind === "refused") return applied;
    if (isEnough) await onSend();
    // The next prediction says what else has to change.
    else announceSetUpChange();
    return applied;
  }

  return children(
    prediction,
    <SetUpChangeButton
      label={isEnough ? labelSetUpChange(change) : nameSetUpChange(change)}
      change={change}
      isPrimary={false}
      orgSetUp={setUp}
      setUp={undefined}
      onApply={apply}
    />,
  );
}
