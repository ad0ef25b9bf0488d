import { useId, useState } from "react";
import { describeSetUpChange } from "../../../okta/describe-set-up-change.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import { Button } from "../../../ui/Button.tsx";
import type { AppliedChange } from "../../set-up/apply-set-up-change.ts";
import { showShort } from "../claims/VisibleText.tsx";
import styles from "./SetUpChangeButton.module.css";
import { SetUpLink } from "./SetUpLink.tsx";
import type { SetUpPlace } from "./set-up-place.ts";

export type ApplySetUpChange = (change: SetUpChange) => Promise<AppliedChange>;

type SetUpChangeButtonProps = {
  label: string;
  change: SetUpChange;
  isPrimary: boolean;
  /** The set-up before the change, to show which values would change. */
  orgSetUp: OrgSetUp | undefined;
  /** The page on which the user can make the change if the org refuses it. */
  setUp: SetUpPlace | undefined;
  /** Applies the change. If that succeeds, the next request may leave the page. */
  onApply: ApplySetUpChange;
};

export function SetUpChangeButton(props: SetUpChangeButtonProps) {
  const { label, change, isPrimary, orgSetUp, setUp, onApply } = props;
  const changesId = useId();
  const settings = orgSetUp ? describeSetUpChange(change, orgSetUp) : [];
  const [state, setState] = useState<AppliedChange | { kind: "applying" }>();
  const isApplying = state?.kind === "applying";

  async function apply() {
    setState({ kind: "applying" });
    setState(await onApply(change));
  }

  return (
    <>
      <Button
        look={isPrimary ? "primary" : "secondary"}
        // Not `disabled` while the button waits, because a disabled button loses the focus.
        aria-disabled={isApplying || undefined}
        aria-describedby={settings.length > 0 ? changesId : undefined}
        onClick={() => !isApplying && void apply()}
      >
        {label}
      </Button>
      {settings.length > 0 && (
        <small id={changesId} className={`note ${styles.changes}`}>
          {settings.map(({ setting, before, after }) => (
            <span key={setting}>
              {showShort(setting)}: <del>{showShort(before)}</del> → <ins>{showShort(after)}</ins>
            </span>
          ))}
        </small>
      )}
      <div role="status" className={styles.refusal}>
        {state?.kind === "refused" && (
          <>
            The demo org didn’t make the change. {showShort(state.message)}{" "}
            {setUp ? <SetUpLink setUp={setUp} /> : "Reload the page and try again."}
          </>
        )}
      </div>
    </>
  );
}
