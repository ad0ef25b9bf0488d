import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../okta/authorization-server.ts";
import { Button } from "../../ui/Button.tsx";
import type { RequestChoice } from "../request-choice.ts";
import type { SessionState } from "../session-state.ts";
import { mainId } from "../shell/Shell.tsx";
import { FlowChoice, TokenTypeChoice } from "./FlowChoice.tsx";
import { type Highlight, hintId } from "./highlight.ts";
import { OrgChoice, type OrgChoiceProps } from "./OrgChoice.tsx";
import styles from "./RequestPanel.module.css";
import { RequestUrl } from "./RequestUrl.tsx";
import { Scopes } from "./Scopes.tsx";
import { SendArea, type SendAreaProps } from "./SendArea.tsx";
import { ServerChoice } from "./ServerChoice.tsx";
import { SignInAs } from "./SignInAs.tsx";

type RequestPanelProps = Pick<
  OrgChoiceProps,
  "demoOrg" | "onRetryDemoOrg" | "metadata" | "OwnOrgFields" | "DemoOrgProblem"
> & {
  state: SessionState;
  LinkedOrgNotice: SendAreaProps["LinkedOrgNotice"];
  usernames: readonly string[];
  /** Why the demo org’s server will not respond. */
  serverProblem: ReactNode;
  orgPopoverId: string;
  /** Explains a part of the request; `undefined` while its code is being loaded. */
  explain: (highlight: Highlight) => string | undefined;
  /** Shows a summary line in place of the form: on phones after a response, and on every screen in a presentation. */
  isFolded: boolean;
  /** Otherwise only the summary line is rendered. */
  isComplete: boolean;
  onToggleFold: () => void;
  onChoose: (change: Partial<RequestChoice>) => void;
  onSend: () => void;
  onSendAsAnotherUser: () => void;
  onCompare: () => void;
  onCopy: () => Promise<unknown>;
};

/** The form of the request, and what sends it. */
export function RequestPanel(props: RequestPanelProps) {
  const { state, demoOrg, isFolded, orgPopoverId, onToggleFold, onChoose, onSend } = props;
  const { choice, draft, sending, signedInUser } = state;
  const form = useRef<HTMLFormElement>(null);
  const [highlight, setHighlight] = useState<Highlight>();
  const isDemoOrg = choice.org === "demo";
  const canSend = !isDemoOrg || demoOrg.status === "ready";
  const isIncomplete = sending.status === "incomplete";
  const highlighting = { highlight, onHighlight: setHighlight };
  const response = {
    responseType: choice.responseType,
    onChange: (responseType: RequestChoice["responseType"]) => onChoose({ responseType }),
  };

  // Each attempt is a new object, so that a second one finds the field, too.
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

  /** Focuses the control that makes a part of the URL. */
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
          <OrgChoice
            {...highlighting}
            id={orgPopoverId}
            choice={choice}
            draft={draft}
            demoOrg={demoOrg}
            metadata={props.metadata}
            OwnOrgFields={props.OwnOrgFields}
            DemoOrgProblem={props.DemoOrgProblem}
            showsProblems={isIncomplete}
            onRetryDemoOrg={props.onRetryDemoOrg}
            onChange={onChoose}
          />
          <div className={styles.fields}>
            <ServerChoice
              {...highlighting}
              choice={choice}
              draft={draft}
              showsProblems={isIncomplete}
              onChange={onChoose}
            />
            <TokenTypeChoice {...highlighting} {...response} />
            <Scopes
              {...highlighting}
              scopes={choice.scopes}
              onChange={(scopes) => onChoose({ scopes })}
            />
            <FlowChoice {...highlighting} {...response} />
            {isDemoOrg && (
              <SignInAs
                {...highlighting}
                person={choice.person}
                usernames={props.usernames}
                signedInUser={signedInUser}
                onChange={(person) => onChoose({ person })}
              />
            )}
            <RequestUrl
              {...highlighting}
              request={draft.request}
              isInBrowser={isDemoOrg}
              onCopy={props.onCopy}
              onSelect={focusControl}
            />
            <p id={hintId} className={styles.hint}>
              {(highlight && props.explain(highlight)) ??
                "Hover or focus a field to see what it does."}
            </p>
          </div>
          <div className={styles.send}>
            <SendArea
              state={state}
              serverProblem={props.serverProblem}
              canSend={canSend}
              LinkedOrgNotice={props.LinkedOrgNotice}
              onSendAsAnotherUser={props.onSendAsAnotherUser}
              onCompare={props.onCompare}
            />
          </div>
        </>
      )}
    </form>
  );
}

type Request = {
  server: AuthorizationServer;
  request: { responseType: ResponseType; scopes: readonly string[] };
};

const tokens: Record<ResponseType, string> = {
  id_token: "ID token",
  token: "access token",
  "id_token token": "both tokens",
  code: "code",
  "code id_token": "code, ID token",
  "code token": "code, access token",
  "code id_token token": "code, both tokens",
};

/** A request in a few words, its `groups` scope apart. */
function describeRequest({ server, request: { responseType, scopes } }: Request) {
  const otherScopes = scopes.filter((scope) => scope !== "groups");
  return {
    server: server.kind === "org" ? "Org" : server.id,
    tokens: tokens[responseType],
    otherScopes: otherScopes.join(" "),
    hasGroups: otherScopes.length < scopes.length,
  };
}
