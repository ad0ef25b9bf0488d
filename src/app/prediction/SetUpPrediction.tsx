import { type ReactNode, useEffect, useState } from "react";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { type Prediction, predict } from "../../okta/prediction.ts";
import { findPredictedChange } from "../../okta/prediction-with-set-up/find-predicted-change.ts";
import { predictWithSetUp } from "../../okta/prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes, type RequestOfApp } from "../../okta/request-to-predict.ts";
import type { SetUpChange } from "../../okta/set-up-change.ts";
import type { RequestDraft } from "../request-draft.ts";
import { labelSetUpChange } from "../result/verdict/label-set-up-change.ts";
import { SetUpChangeButton } from "../result/verdict/SetUpChangeButton.tsx";
import { type AppliedChange, applySetUpChange } from "../set-up/apply-set-up-change.ts";
import { fetchOrgSetUp, type SetUpQuestion } from "../set-up/fetch-org-set-up.ts";
import { setUpEvent } from "../set-up/set-up-event.ts";
import { useOrgSetUp } from "../set-up/use-org-set-up.ts";

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

/** The user may be typing a server's ID. */
const settleMs = 300;

/** Fetches the set-up once the user stops typing, and again when the tab gets the focus. */
function useDraftSetUp(orgUrl: string, question: SetUpQuestion | undefined): OrgSetUp | undefined {
  const settled = useSettled(question);
  const setUp = useOrgSetUp(fetchOrgSetUp, orgUrl, settled, useRefreshCount());
  const [known, setKnown] = useState<{ key: string | undefined; setUp: OrgSetUp }>();
  if (setUp && setUp !== known?.setUp) setKnown({ key: keyOf(settled), setUp });
  return known && known.key === keyOf(question) ? known.setUp : undefined;
}

/** The scopes and the flow only change the values of expressions. */
function keyOf(question: SetUpQuestion | undefined): string | undefined {
  if (!question) return undefined;
  const { server, clientId, user } = question;
  return JSON.stringify([server, clientId, user]);
}

function useSettled(question: SetUpQuestion | undefined): SetUpQuestion | undefined {
  const [settled, setSettled] = useState(question);
  const text = JSON.stringify(question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller builds an equal question at each rendering
  useEffect(() => {
    const timer = setTimeout(() => setSettled(question), settleMs);
    return () => clearTimeout(timer);
  }, [text]);

  return settled;
}

function useRefreshCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const countUp = () => setCount((it) => it + 1);
    const events = ["focus", setUpEvent];
    for (const event of events) window.addEventListener(event, countUp);
    return () => {
      for (const event of events) window.removeEventListener(event, countUp);
    };
  }, []);
  return count;
}
