import type { ReactNode } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { findPredictedChange } from "../../okta/prediction-with-set-up/find-predicted-change.ts";
import { predictWithSetUp } from "../../okta/prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes, type RequestOfApp } from "../../okta/request-to-predict.ts";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import type { RequestDraft } from "../request-draft.ts";
import { labelSetUpChange } from "../result/verdict/label-set-up-change.ts";
import { SetUpChangeButton } from "../result/verdict/SetUpChangeButton.tsx";
import { type AppliedChange, applySetUpChange } from "../set-up/apply-set-up-change.ts";
import { useDraftSetUp } from "./use-draft-set-up.ts";

type SetUpPredictionProps = {
  draft: RequestDraft;
  request: RequestOfApp;
  username: string | undefined;
  onSend: () => Promise<void>;
  /** `fix` changes the set-up, then sends the request. */
  children: (prediction: Prediction, fix?: ReactNode) => ReactNode;
};

/** Predicts with the demo org's set-up, and without it until it is read. */
export function SetUpPrediction(props: SetUpPredictionProps) {
  const { draft, request, username, onSend, children } = props;
  const { server, clientId, responseType } = request;
  const setUp = useDraftSetUp(
    draft.orgUrl,
    draft.problems.authorizationServerId
      ? undefined
      : {
          server,
          clientId,
          responseType,
          scopes: findEffectiveScopes(request),
          user: username === undefined ? undefined : { login: username },
        },
  );
  if (!setUp) return children(predict(request));
  const prediction = predictWithSetUp(request, setUp);
  const change = findPredictedChange(request, prediction, setUp);

  async function apply(chosen: SetUpChange): Promise<AppliedChange> {
    const applied = await applySetUpChange(draft.orgUrl, chosen);
    if (applied.kind === "done") await onSend();
    return applied;
  }

  return children(
    prediction,
    change && (
      <SetUpChangeButton
        label={labelSetUpChange(change)}
        change={change}
        isPrimary={false}
        orgSetUp={setUp}
        setUp={undefined}
        onApply={apply}
      />
    ),
  );
}
