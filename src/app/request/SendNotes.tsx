import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { isSameRequest } from "../is-same-request.ts";
import type { RequestChoice } from "../request-choice.ts";
import type { SessionState } from "../session-state.ts";
import { LinkedOrgNotice } from "./LinkedOrgNotice.tsx";
import { ServerProblem } from "./MetadataDetails.tsx";
import styles from "./SendNotes.module.css";
import type { MetadataState } from "./use-metadata.ts";

type SendNotesProps = {
  state: SessionState;
  metadata: MetadataState;
  onChoose: (change: Partial<RequestChoice>) => void;
};

/** Notes that the user should see before sending the request. */
export function SendNotes({ state, metadata, onChoose }: SendNotesProps) {
  const { choice, draft, shownRun } = state;
  return (
    <>
      {state.storage === "unsaved" && !shownRun && (
        <Callout kind="warning">
          <p>
            This browser stores nothing for this page, so it can’t match a response to your request.
            Allow site data to fix that.
          </p>
        </Callout>
      )}
      {choice.org === "demo" ? (
        <ServerProblem
          metadata={metadata}
          onTakeIssuer={(domain) => onChoose({ org: "own", domain })}
        />
      ) : (
        choice.domain && <LinkedOrgNotice draft={draft} isFromLink={state.isOrgFromLink} />
      )}
      {/* In this case the send button says Send again. For another org it says Send request. */}
      {shownRun?.request?.orgUrl === draft.orgUrl && !isSameRequest(draft, shownRun) && (
        <p className={`note ${styles.changed}`}>
          Sends this request, not run {shownRun.number} again.
        </p>
      )}
      {/* CSS shows this only if the form is above a refusal. */}
      <p className={`row problem ${styles.refusal}`}>
        Okta is expected to refuse this request.
        <Button look="quiet" onClick={showRefusal}>
          See why
        </Button>
      </p>
    </>
  );
}

function showRefusal() {
  const refusal = document.querySelector<HTMLElement>("main [data-refusal]");
  if (!refusal) return;
  refusal.tabIndex = -1;
  refusal.focus({ preventScroll: true });
  refusal.scrollIntoView({ block: "center" });
}
