import { useEffect, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { showText } from "../../result/claims/VisibleText.tsx";
import { shorten } from "../../shorten.ts";
import type { StepCheck } from "../check/check-step.ts";
import styles from "./LessonBar.module.css";
import type { StepSetUp } from "./use-step-set-up.ts";

type StepOutcomeProps = {
  step: number;
  check: StepCheck;
  setUp: StepSetUp;
  canSend: boolean;
  onSend: () => void;
  onSetRequest: () => void;
};

const statusWords = { done: "Done", different: "Not as expected" };

export function StepOutcome(props: StepOutcomeProps) {
  const { check, setUp } = props;
  const { state } = setUp;
  const { status } = check;
  const text = (status !== "done" && describeSetUp(state, status)) || check.text;
  return (
    <>
      <p role="status" className={styles.check} data-status={status}>
        {status !== "waiting" && <b>{statusWords[status]}</b>} {showText(shorten(text))}
        {state.kind === "failed" && (
          <>
            {" "}
            <a href="?setup=demo-org">Export, import, reset</a>
          </>
        )}
      </p>
      <OutcomeButton key={props.step} {...props} />
    </>
  );
}

/** Replaces the check's text while the org is not set up for the step. */
function describeSetUp(state: StepSetUp["state"], status: StepCheck["status"]): string | undefined {
  switch (state.kind) {
    case "preparing":
      return "Setting up the demo org…";
    case "failed":
      return state.message;
    case "changed":
      return status === "waiting" ? "The demo org’s set-up was changed." : undefined;
    default:
      return undefined;
  }
}

function OutcomeButton(props: StepOutcomeProps) {
  const action = findAction(props);
  const isReady = props.setUp.state.kind !== "preparing";
  const [pressed, setPressed] = useState<string>();

  useEffect(() => {
    if (!isReady || pressed === undefined) return;
    setPressed(undefined);
    if (pressed === action?.label) action.act();
  }, [isReady, pressed, action]);

  return (
    action && (
      <Button
        look="primary"
        // Not `disabled` while the org is set up, because the button would lose the focus. A press takes effect afterwards.
        aria-disabled={!isReady || undefined}
        onClick={() => setPressed(action.label)}
      >
        {action.label}
      </Button>
    )
  );
}

function findAction({ check, setUp, canSend, onSend, onSetRequest }: StepOutcomeProps) {
  const { kind } = setUp.state;
  if (check.status === "done" || kind === "needs-consent" || kind === "failed") return undefined;
  if (kind === "changed") return { label: "Set up again", act: setUp.repeat };
  if (kind === "declined") return { label: "Change the demo org", act: setUp.allow };
  if (check.status === "different" && check.fix === "set-request")
    return { label: "Set the request", act: onSetRequest };
  const sends = check.status === "different" || check.next === "send";
  return sends && canSend ? { label: "Send this request", act: onSend } : undefined;
}
