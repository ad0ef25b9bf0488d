import { type FormEvent, lazy, useEffect, useRef, useState } from "react";
import { issuerOf } from "../../okta/authorization-server.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { type Choice, scopesOf } from "../choice.ts";
import type { DemoOrgStatus } from "../demo-org-status.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import type { SessionState } from "../session.ts";
import styles from "./Ask.module.css";
import { type Attention, explanationId } from "./attention.ts";
import { Connection } from "./Connection.tsx";
import { DemoOrgNotice } from "./DemoOrgNotice.tsx";
import { MetadataNotice } from "./MetadataNotice.tsx";
import { Prediction } from "./Prediction.tsx";
import { RequestUrl } from "./RequestUrl.tsx";
import { Scopes } from "./Scopes.tsx";
import { ServerChoice } from "./ServerChoice.tsx";
import { TokenTypeChoice } from "./TokenTypeChoice.tsx";
import { type MetadataState, useMetadata } from "./use-metadata.ts";

const Explanation = lazy(async () => ({
  default: (await import("./Explanation.tsx")).Explanation,
}));

type AskProps = {
  state: SessionState;
  demoOrg: DemoOrgStatus;
  onRetryDemoOrg: () => void;
  onChoose: (change: Partial<Choice>) => void;
  onSend: () => void;
  onCopy: () => Promise<unknown>;
};

/** The request: what is asked of whom, the URL that makes of it, and what will come of that. */
export function Ask({ state, demoOrg, onRetryDemoOrg, onChoose, onSend, onCopy }: AskProps) {
  const { choice, draft, sending } = state;
  const form = useRef<HTMLFormElement>(null);
  const [attention, setAttention] = useState<Attention>();
  const usesDemoOrg = choice.org === "demo";
  // Also while the browser is leaving: whoever stops it, or waits in vain, may press again.
  const canSend = !usesDemoOrg || demoOrg.status === "ready";
  const metadata = useMetadata(issuerToAsk(state, demoOrg));

  // Whoever sent it may have done so from far below.
  useEffect(() => {
    if (sending.status === "incomplete") {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [sending]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (canSend) onSend();
  }

  function lead(parameter: Attention["parameter"]) {
    const part = `[data-parameter="${parameter}"]`;
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    // A field of the parameter's own, else what is chosen for it, else the first that could be.
    const control = find(`input${part}`) ?? find(`${part} :checked`) ?? find(`${part} input`);
    control?.focus();
  }

  const attending = { attention, onAttend: setAttention };
  const showsProblems = sending.status === "incomplete";
  const asking = { ...attending, choice, draft, showsProblems, onChange: onChoose };
  return (
    <form ref={form} className={styles.ask} onSubmit={submit} noValidate aria-label="Ask">
      <div className={styles.controls}>
        <div data-parameter="client_id">
          <Connection {...asking} />
          {usesDemoOrg && <DemoOrgNotice status={demoOrg} onRetry={onRetryDemoOrg} />}
          {!usesDemoOrg && <MetadataNotice metadata={metadata} />}
        </div>
        <div data-parameter="endpoint">
          <ServerChoice {...asking} />
        </div>
        <div data-parameter="response_type">
          <TokenTypeChoice
            {...attending}
            responseType={choice.responseType}
            onChange={(responseType) => onChoose({ responseType })}
          />
        </div>
        <div data-parameter="scope">
          <Scopes
            {...attending}
            scopes={scopesOf(choice)}
            onChange={(scopes) => onChoose({ scopes })}
          />
        </div>
      </div>
      <div className={styles.request}>
        <RequestUrl
          {...attending}
          request={draft.request}
          isInBrowser={usesDemoOrg}
          onCopy={onCopy}
          onLead={lead}
        />
      </div>
      <div className={styles.preview}>
        {/* It comes when nobody awaits it, and must move no control from under a finger. */}
        {usesDemoOrg && isProblem(metadata) && <MetadataNotice metadata={metadata} />}
        <aside aria-label="Explanation">
          {/* The name of what is referred to would be read out in place of its content. */}
          <div id={explanationId} className={styles.explanation}>
            {attention ? (
              <PartBoundary part="The explanation">
                <Explanation attention={attention} />
              </PartBoundary>
            ) : (
              <p>
                Look at any part of the form or of the URL, with pointer, keyboard or finger, and
                this card says what it is for.
              </p>
            )}
          </div>
        </aside>
        <Prediction draft={draft} metadata={metadata} />
      </div>
      <div className={styles.send}>
        {sending.status === "failed" && (
          <Callout kind="alert">
            <p>{sending.message}</p>
          </Callout>
        )}
        {state.kept === "disabled" && (
          <Callout kind="warning">
            <p>
              This browser lets the page keep nothing, so an answer can be shown but not matched
              with its request. Allow this site to store data, or leave the private window.
            </p>
          </Callout>
        )}
        <Button look="primary" type="submit" disabled={!canSend}>
          Send request
        </Button>
        <small role="status">
          {sending.status === "leaving" && "Going to the authorization server…"}
          {showsProblems && "Not sent: see the marked field."}
        </small>
      </div>
    </form>
  );
}

/** Of the demo org it need not be said that it answers; only that one of its servers does not. */
function isProblem(metadata: MetadataState): boolean {
  return metadata.status === "answered" && metadata.answer.kind !== "read";
}

/** The issuer whose metadata tells something: the demo org's own server has what every org's has. */
function issuerToAsk({ draft, choice }: SessionState, demoOrg: DemoOrgStatus): string | undefined {
  const { problems, orgUrl, server } = draft;
  if (problems.domain || problems.authorizationServerId) return undefined;
  if (choice.org === "demo" && (server.kind === "org" || demoOrg.status !== "ready")) {
    return undefined;
  }
  return issuerOf(orgUrl, server);
}
