import { useId } from "react";
import { Button } from "../../../ui/Button.tsx";
import { remarkOnCall, type UserInfoCall } from "../../user-info-call.ts";
import { addPlace } from "./label-set-up-change.ts";
import { type ApplySetUpChange, SetUpChangeButton } from "./SetUpChangeButton.tsx";
import styles from "./Verdict.module.css";
import type { ImmediateAction, Verdict, VerdictAction } from "./verdict-data.ts";

export type ActionsProps = {
  verdict: Verdict;
  userInfo: UserInfoCall;
  /** Whether the buttons may send requests now. */
  canSend: boolean;
  /** Words that name the run's org, appended to button labels. Set if the form chooses another org. */
  elsewhere?: string | undefined;
  onAction: (action: ImmediateAction) => void;
  onChangeSetUp: ApplySetUpChange;
};

const sendsNoRequest: readonly VerdictAction["kind"][] = [
  "call-user-info",
  "show-run",
  "exchange-code",
];

type ActionButtonsProps = ActionsProps & { actions: readonly VerdictAction[] };

export function ActionButtons({ actions, ...props }: ActionButtonsProps) {
  const { verdict, userInfo, canSend, elsewhere, onAction, onChangeSetUp } = props;
  return actions
    .filter(({ kind }) => canSend || sendsNoRequest.includes(kind))
    .map((action) => {
      const isSent = !sendsNoRequest.includes(action.kind);
      const label = isSent ? addPlace(action.label, elsewhere) : action.label;
      return action.kind === "change-set-up" ? (
        <SetUpChangeButton
          key={action.label}
          label={label}
          change={action.change}
          isPrimary={action === verdict.primary}
          orgSetUp={verdict.orgSetUp}
          setUp={verdict.setUp}
          onApply={onChangeSetUp}
        />
      ) : (
        <ActionButton
          key={action.kind === "change" ? action.label : action.kind}
          action={action}
          label={label}
          isPrimary={action === verdict.primary}
          userInfo={userInfo}
          onAct={onAction}
        />
      );
    });
}

type ActionButtonProps = {
  action: ImmediateAction;
  label: string;
  isPrimary: boolean;
  userInfo: UserInfoCall;
  onAct: (action: ImmediateAction) => void;
};

function ActionButton({ action, label, isPrimary, userInfo, onAct }: ActionButtonProps) {
  const remarkId = useId();
  const { status, decision } = userInfo;
  const isCall = action.kind === "call-user-info";
  const isWaiting = isCall && (status === "queued" || status === "calling");
  const isRefused = isCall && decision.kind === "refuse";
  const remark = isCall ? remarkOnCall(userInfo) : undefined;
  return (
    <>
      <Button
        look={isPrimary && !isRefused ? "primary" : "secondary"}
        // Not `disabled` while the button waits, because a disabled button loses the focus.
        aria-disabled={isWaiting || isRefused || undefined}
        aria-describedby={remark ? remarkId : undefined}
        onClick={() => !isWaiting && !isRefused && onAct(action)}
      >
        {label}
      </Button>
      {remark && (
        <small id={remarkId} className={`note ${styles.remark}`}>
          {remark}
        </small>
      )}
    </>
  );
}
