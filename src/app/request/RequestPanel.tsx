import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { type RequestChoice, requestedTokens } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import type { SessionState } from "../session-state.ts";
import { mainId } from "../shell/Shell.tsx";
import { type Highlight, hintId } from "./highlight.ts";
import type { LinkedOrgNotice } from "./LinkedOrgNotice.tsx";
import { OrgChoice, type OrgChoiceProps } from "./OrgChoice.tsx";
import { FlowChoice, ServerChoice, SignInAs, TokenTypeChoice } from "./RequestFields.tsx";
import styles from "./RequestPanel.module.css";
import { RequestUrl } from "./RequestUrl.tsx";
import { Scopes } from "./Scopes.tsx";

type RequestPanelProps = Pick<
  OrgChoiceProps,
  "demoOrg" | "onRetryDemoOrg" | "metadata" | "OwnOrgFields" | "DemoOrgProblem"
> &
  Omit<SendAreaProps, "canSend"> & {
    usernames: readonly string[];
    orgPopoverId: string;
    explain: (highlight: Highlight) => string | undefined;
    /** Shows a summary line instead of the form, on phones and in a presentation. */
    isFolded: boolean;
    isComplete: boolean;
    onToggleFold: () => void;
    onChoose: (change: Partial<RequestChoice>) => void;
    onSend: () => void;
    onCopy: () => Promise<unknown>;
  };

export function RequestPanel(props: RequestPanelProps) {
  const { state, demoOrg, isFolded, orgPopoverId, onToggleFold, onChoose, onSend } = props;
  const { choice, draft, sending, signedInUser } = state;
  const form = useRef<HTMLFormElement>(null);
  const [highlight, setHighlight] = useState<Highlight>();
  const isDemoOrg = choice.org === "demo";
  const canSend = !isDemoOrg || demoOrg.status === "ready";
  const highlighting = { highlight, onHighlight: setHighlight };
  const field = {
    ...highlighting,
    choice,
    draft,
    showsProblems: sending.status === "incomplete",
    onChange: onChoose,
  };

  // Each attempt sets a new object, so a second one focuses the field again.
  useEffect(() => {
    if (sending.status !== "incomplete") return;
    const invalid = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    invalid?.closest<HTMLElement>("[popover]")?.showPopover();
    invalid?.focus();
  }, [sending]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canSend) onSend();
  }

  function focusControl(parameter: string) {
    const part = `[data-parameter="${parameter}"]`;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    const control =
      find(`:is(input, select)${part}`) ?? find(`${part} :checked`) ?? find(`${part} input`);
    control?.closest<HTMLElement>("[popover]")?.showPopover();
    control?.focus();
  }

  const summary = describeRequest(draft);
  return (
    <form
      ref={form}
      id={mainId}
      tabIndex={-1}
      className={styles.panel}
      data-folded={isFolded || undefined}
      data-presenting={choice.isPresenting || undefined}
      data-lesson={choice.lesson !== "" || undefined}
      onSubmit={submit}
      noValidate
      aria-label="Request"
    >
      <div className={styles.summary}>
        <p>
          <b>{summary.server}</b> · {summary.tokens} · {summary.otherScopes}{" "}
          {summary.hasGroups && <b className={styles.groups}>groups</b>}
        </p>
        <Button onClick={onToggleFold} aria-expanded={!isFolded}>
          {isFolded ? "Edit" : "Close"}
        </Button>
      </div>
      {props.isComplete && (
        <>
          <OrgChoice {...props} {...field} id={orgPopoverId} />
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
              onSelect={focusControl}
            />
            <p id={hintId} className={`fine-print ${styles.hint}`}>
              {(highlight && props.explain(highlight)) ??
                "Hover or focus a field to see what it does."}
            </p>
          </div>
          <SendArea {...props} canSend={canSend} />
        </>
      )}
    </form>
  );
}

function describeRequest({ server, request: { responseType, scopes } }: RequestDraft) {
  const otherScopes = scopes.filter((scope) => scope !== "groups");
  return {
    server: server.kind === "org" ? "Org" : server.id,
    tokens: requestedTokens[responseType],
    otherScopes: otherScopes.join(" "),
    hasGroups: otherScopes.length < scopes.length,
  };
}

type SendAreaProps = {
  state: SessionState;
  serverProblem: ReactNode;
  canSend: boolean;
  /** `undefined` until its code is loaded, together with the one that parses the domain. */
  LinkedOrgNotice: typeof LinkedOrgNotice | undefined;
  onSendAsAnotherUser: () => void;
  onCompare: () => void;
};

function SendArea(props: SendAreaProps) {
  const { state, serverProblem, canSend, LinkedOrgNotice, onSendAsAnotherUser, onCompare } = props;
  const { choice, draft, sending, shownRun } = state;
  return (
    <div className={styles.send}>
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
