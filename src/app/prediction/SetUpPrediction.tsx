import type { ReactNode } from "react";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { predictWithSetUp } from "../../okta/prediction-with-set-up/predict-with-set-up.ts";
import {
  findEffectiveScopes,
  type RequestOfApp,
} from "../../okta/prediction-with-set-up/request-of-app.ts";
import type { RequestDraft } from "../request-draft.ts";
import { useDraftSetUp } from "./use-draft-set-up.ts";

type SetUpPredictionProps = {
  draft: RequestDraft;
  request: RequestOfApp;
  /** Who signs in, if that is known. */
  username: string | undefined;
  children: (prediction: Prediction) => ReactNode;
};

/** Predicts with the demo org's set-up, and without it until it is read. */
export function SetUpPrediction({ draft, request, username, children }: SetUpPredictionProps) {
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
  return children(setUp ? predictWithSetUp(request, setUp) : predict(request));
}
