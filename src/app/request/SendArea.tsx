import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { SessionState } from "../session-state.ts";
import type { LinkedOrgNotice } from "./LinkedOrgNotice.tsx";
import styles from "./RequestPanel.module.css";

export type SendAreaProps = {
  state: SessionState;
  serverProblem: ReactNode;
  canSend: boolean;
  /** `undefined` until its code is loaded, together with the one that parses the domain. */
  LinkedOrgNotice: typeof LinkedOrgNotice | undefined;
  onSendAsAnotherUser: () => void;
  onCompare: () => void;
};

export function SendArea(props: SendAreaProps) {
  const { state, serverProblem, canSend, LinkedOrgNotice, onSendAsAnotherUser, onCompare } = props;
  const { choice, draft, sending, shownRun } = state;
  return (
    <div className={styles.area}>
      {serverProblem}
      {state.storage === "unsaved" && !shownRun && (
        <Callout kind="warning">
          <p>
            This browser stores nothing for this page, so it can’t match a response to your request.
            Allow site data to fix that.
          </p>
        </Callout>
      )}
      {sending.status === "failed" && (
        <Callout kind="alert">
          <p>{sending.message}</p>
        </Callout>
      )}
      {LinkedOrgNotice && choice.org === "own" && choice.domain && (
        <LinkedOrgNotice draft={draft} isFromLink={state.isOrgFromLink} />
      )}
      <Button look="primary" type="submit" disabled={!canSend}>
        {shownRun ? "Send again" : "Send request"}
      </Button>
      <div className={styles.more}>
        <Button look="quiet" disabled={!canSend} onClick={onCompare}>
          Compare fat and thin
        </Button>
        <Button look="quiet" disabled={!canSend} onClick={onSendAsAnotherUser}>
          Sign in as another user
        </Button>
      </div>
      <p role="status" className={`note ${styles.status}`}>
        {sending.status === "leaving" &&
          !state.map?.fill &&
          "Redirecting to the authorization server…"}
        {sending.status === "incomplete" && "Not sent: fix the marked field."}
      </p>
    </div>
  );
}
