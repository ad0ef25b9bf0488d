import { type ReactNode, useEffect, useRef, useState } from "react";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
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
import styles from "./SetUpPrediction.module.css";

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
  return children(
    prediction,
    <Fix
      // Another request has another outcome.
      key={JSON.stringify([server, clientId, responseType, scopes, username])}
      {...{ draft, request, prediction, setUp, onSend }}
    />,
  );
}

type FixProps = Pick<SetUpPredictionProps, "draft" | "request" | "onSend"> & {
  prediction: Prediction;
  setUp: OrgSetUp;
};

function Fix({ draft, request, prediction, setUp, onSend }: FixProps) {
  const [applied, setApplied] = useState<{ name: string; before: OrgSetUp }>();
  const outcome = useRef<HTMLParagraphElement>(null);
  const { refusal, headline } = prediction;
  const predicted = findPredictedChange(request, prediction, setUp);
  const isRefused = refusal !== undefined && refusal.likelihood !== "possible";
  const isNotEnough = applied !== undefined && applied.before !== setUp && isRefused;

  useEffect(() => {
    // The button that made the change is gone, and the focus with it.
    if (isNotEnough && document.activeElement === document.body) outcome.current?.focus();
  }, [isNotEnough]);

  async function apply(change: SetUpChange): Promise<AppliedChange> {
    const made = await applySetUpChange(draft.orgUrl, change);
    if (made.kind === "refused") return made;
    if (predicted?.isEnough) {
      await onSend();
    } else {
      setApplied({ name: nameSetUpChange(change), before: setUp });
      // The next prediction says what else has to change.
      announceSetUpChange();
    }
    return made;
  }

  // What the request needs is beside this.
  const change = refusal?.change ? undefined : predicted?.change;
  const label = change && (predicted?.isEnough ? labelSetUpChange : nameSetUpChange)(change);
  const next = refusal?.change?.label ?? label;
  return (
    <>
      {/* Rendered even while empty: screen readers announce only changes inside a live region. */}
      <p ref={outcome} role="status" tabIndex={-1} className={`note ${styles.outcome}`}>
        {isNotEnough && (
          <>
            {applied.name}: done. It is not enough, so nothing was sent.
            <span className="visually-hidden">
              {` ${headline.title}. ${refusal.error ? `${refusal.error}: ` : ""}${headline.sentence}`}
              {next !== undefined && ` Next: ${next}.`}
            </span>
          </>
        )}
      </p>
      {change && label !== undefined && (
        <SetUpChangeButton
          label={label}
          change={change}
          isPrimary={false}
          orgSetUp={setUp}
          setUp={undefined}
          onApply={apply}
        />
      )}
    </>
  );
}
