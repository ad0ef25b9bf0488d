import type { ReactNode } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { findPredictedChange } from "../../okta/prediction-with-set-up/find-predicted-change.ts";
import { predictWithSetUp } from "../../okta/prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes, type RequestOfApp } from "../../okta/request-to-predict.ts";
import type { RequestDraft } from "../request-draft.ts";
import { SetUpFix } from "../result/verdict/SetUpFix.tsx";
import { fetchOrgSetUp } from "../set-up/fetch-org-set-up.ts";
import { announceSetUpChange, setUpEvent } from "../set-up/set-up-event.ts";
import { useFetched } from "../use-fetched.ts";

type SetUpPredictionProps = {
  draft: RequestDraft;
  request: RequestOfApp;
  username: string | undefined;
  onSend: () => Promise<void>;
  /** `fix` changes the set-up. It also sends the request if nothing else was wrong. */
  children: (prediction: Prediction, fix?: ReactNode) => ReactNode;
};

const settleMs = 300;
const refreshOn = ["focus", setUpEvent];

/** Predicts with the demo org's set-up. Until the set-up is fetched, predicts without it. */
export function SetUpPrediction(props: SetUpPredictionProps) {
  const { draft, request, username, onSend, children } = props;
  const { server, clientId, responseType } = request;
  const scopes = findEffectiveScopes(request);
  const setUp = useFetched(
    draft.problems.authorizationServerId
      ? undefined
      : { server, clientId, user: username === undefined ? undefined : { login: username } },
    (question) => fetchOrgSetUp(draft.orgUrl, { ...question, responseType, scopes }),
    // The scopes and the response type only change the values of expressions, so the last set-up stays in use.
    { delayMs: settleMs, version: JSON.stringify([responseType, scopes]), refreshOn },
  );
  if (!setUp) return children(predict(request));
  const prediction = predictWithSetUp(request, setUp);
  const { refusal, headline } = prediction;
  const isRefused = refusal !== undefined && refusal.likelihood !== "possible";
  const error = refusal?.error === undefined ? "" : `${refusal.error}: `;

  return children(
    prediction,
    <SetUpFix
      // A new request must not show the outcome of the last change.
      key={JSON.stringify([server, clientId, responseType, scopes, username])}
      orgUrl={draft.orgUrl}
      setUp={setUp}
      predicted={findPredictedChange(request, prediction, setUp)}
      problem={isRefused ? `${headline.title}. ${error}${headline.sentence}` : undefined}
      instead={refusal?.change?.label}
      onSend={onSend}
      onChanged={announceSetUpChange}
    />,
  );
}
