import { useEffect, useRef, useState } from "react";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import type { PredictedChange } from "../../../okta/prediction-with-set-up/find-predicted-change.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import { type AppliedChange, applySetUpChange } from "../../set-up/apply-set-up-change.ts";
import { addPlace, labelSetUpChange, nameSetUpChange } from "./label-set-up-change.ts";
import { SetUpChangeButton } from "./SetUpChangeButton.tsx";
import styles from "./SetUpFix.module.css";

type SetUpFixProps = {
  orgUrl: string;
  setUp: OrgSetUp;
  predicted: PredictedChange | undefined;
  /** Why Okta will refuse the request, as sentences. */
  problem: string | undefined;
  /** Words that name the org, appended to the button's label. Set if the form chooses another org. */
  elsewhere?: string | undefined;
  /** The label of a button beside this one that fixes the request instead. */
  instead?: string | undefined;
  onSend: () => Promise<void> | void;
  /** Called after a change without a request, so that the caller loads the set-up again. */
  onChanged: () => void;
};

/** A button that changes the org's set-up. If the request has no other problem, the button also sends it. */
export function SetUpFix(props: SetUpFixProps) {
  const { orgUrl, setUp, predicted, problem, elsewhere, instead, onSend, onChanged } = props;
  const [applied, setApplied] = useState<{ name: string; before: OrgSetUp }>();
  const outcome = useRef<HTMLParagraphElement>(null);
  const isNotEnough = applied !== undefined && applied.before !== setUp && problem !== undefined;

  useEffect(() => {
    // The button that made the change is gone, and the focus with it.
    if (isNotEnough && document.activeElement === document.body) outcome.current?.focus();
  }, [isNotEnough]);

  async function apply(change: SetUpChange): Promise<AppliedChange> {
    const made = await applySetUpChange(orgUrl, change);
    if (made.kind === "refused") return made;
    if (predicted?.isEnough) {
      await onSend();
    } else {
      setApplied({ name: nameSetUpChange(change), before: setUp });
      onChanged();
    }
    return made;
  }

  const change = instead === undefined ? predicted?.change : undefined;
  const label = change && (predicted?.isEnough ? labelSetUpChange : nameSetUpChange)(change);
  const next = instead ?? label;
  return (
    <>
      {/* Rendered even while empty: screen readers announce only changes inside a live region. */}
      <p ref={outcome} role="status" tabIndex={-1} className={`note ${styles.outcome}`}>
        {isNotEnough && (
          <>
            {applied.name}: done. It is not enough, so nothing was sent.
            <span className="visually-hidden">
              {` ${problem}`}
              {next !== undefined && ` Next: ${next}.`}
            </span>
          </>
        )}
      </p>
      {change && label !== undefined && (
        <SetUpChangeButton
          label={addPlace(label, elsewhere)}
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
