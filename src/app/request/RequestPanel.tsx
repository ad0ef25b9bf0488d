import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Popover } from "../../ui/Popover.tsx";
import type * as AfterFirstFrame from "../after-first-frame.ts";
import { MissingPart } from "../PartFailure.tsx";
import type { RequestChoice } from "../request-choice.ts";
import type { SessionState } from "../session-state.ts";
import { mainId } from "../shell/Shell.tsx";
import { type Highlight, hintId } from "./highlight.ts";
import type { OrgChoiceProps } from "./OrgChoice.tsx";
import { FlowChoice, ServerChoice, SignInAs, TokenTypeChoice } from "./RequestFields.tsx";
import styles from "./RequestPanel.module.css";
import { RequestSummary } from "./RequestSummary.tsx";
import { RequestUrl } from "./RequestUrl.tsx";
import { Scopes } from "./Scopes.tsx";
import type { MetadataState } from "./use-metadata.ts";

type RequestPanelProps = Pick<OrgChoiceProps, "demoOrg" | "onRetryDemoOrg"> &
  Omit<SendAreaProps, "canSend"> & {
    usernames: readonly string[];
    orgPopoverId: string;
    havePartsFailed: boolean;
    onNeedParts: () => void;
    isComplete: boolean;
    onToggleFold: () => void;
    onSend: () => void;
    onCopy: () => Promise<unknown>;
  };

export function RequestPanel(props: RequestPanelProps) {
  const { state, demoOrg, isFolded, orgPopoverId, parts, onToggleFold, onChoose, onSend } = props;
  const { choice, draft, sending, signedInUser } = state;
  const form = useRef<HTMLFormElement>(null);
  const [highlight, setHighlight] = useState<Highlight>();
  const isDemoOrg = choice.org === "demo";
  const canSend = !isDemoOrg || demoOrg.status === "ready";
  const highlighting = {
    highlight,
    onHighlight: (changed: Highlight | undefined) => {
      if (!parts) props.onNeedParts();
      setHighlight(changed);
    },
  };
  const field = {
    ...highlighting,
    choice,
    draft,
    showsProblems: sending.status === "incomplete",
    onChange: onChoose,
  };

  // Each attempt sets a new object, so a second attempt focuses the field again.
  useEffect(() => {
    if (sending.status === "incomplete") parts?.focusInvalid(form.current);
  }, [sending, parts]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canSend) onSend();
  }

  return (
    <form
      ref={form}
      id={mainId}
      tabIndex={-1}
      className={styles.panel}
      data-folded={isFolded || undefined}
      data-foldable={(state.runs.length > 0 || state.unanswered) && true}
      data-presenting={choice.isPresenting || undefined}
      data-lesson={choice.lesson !== "" || undefined}
      onSubmit={submit}
      noValidate
      aria-label="Request"
    >
      <RequestSummary draft={draft} isFolded={isFolded} onToggleFold={onToggleFold} />
      {props.isComplete && (
        <>
          <Popover id={orgPopoverId} label="Okta org" onOpen={props.onNeedParts}>
            {parts ? (
              <parts.OrgChoice {...props} {...field} />
            ) : (
              <MissingPart part="The org" hasFailed={props.havePartsFailed} />
            )}
          </Popover>
          <div className={styles.fields}>
            <ServerChoice {...field} />
            <TokenTypeChoice {...field} />
            <Scopes {...field} />
            <FlowChoice {...field} />
            {isDemoOrg && (
              <SignInAs {...field} usernames={props.usernames} signedInUser={signedInUser} />
            )}
            <RequestUrl
              {...highlighting}
              request={draft.request}
              isInBrowser={isDemoOrg}
              onCopy={props.onCopy}
              onSelect={(parameter) => parts?.focusControl(form.current, parameter)}
            />
            <p id={hintId} className={`fine-print ${styles.hint}`}>
              {(highlight && parts?.explainHighlight(highlight)) ??
                "Select a field to see what it does."}
            </p>
          </div>
          <SendArea {...props} canSend={canSend} />
        </>
      )}
    </form>
  );
}

type SendAreaProps = {
  state: SessionState;
  metadata: MetadataState;
  onChoose: (change: Partial<RequestChoice>) => void;
  canSend: boolean;
  /** Shows a summary line instead of the form, on phones and in a presentation. */
  isFolded: boolean;
  /** `undefined` until the code of these parts is loaded. */
  parts:
    | Pick<
        typeof AfterFirstFrame,
        "OrgChoice" | "SendNotes" | "explainHighlight" | "focusControl" | "focusInvalid"
      >
    | undefined;
  onSendAsAnotherUser: () => void;
  onCompare: () => void;
};

function SendArea(props: SendAreaProps) {
  const { state, metadata, canSend, isFolded, parts, onChoose, onSendAsAnotherUser, onCompare } =
    props;
  const { choice, sending, shownRun } = state;
  const isSendFirst = isFolded && choice.isPresenting;
  const send = (
    <Button look="primary" type="submit" disabled={!canSend}>
      {shownRun?.request?.orgUrl === state.draft.orgUrl ? "Send again" : "Send request"}
    </Button>
  );
  return (
    <div className={styles.send}>
      {sending.status === "failed" && (
        <Callout kind="alert">
          <p>{sending.message}</p>
        </Callout>
      )}
      {isSendFirst && send}
      {parts && <parts.SendNotes state={state} metadata={metadata} onChoose={onChoose} />}
      {!isSendFirst && send}
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
