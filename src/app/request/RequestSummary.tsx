import { Button } from "../../ui/Button.tsx";
import { requestedTokens } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import styles from "./RequestPanel.module.css";

type RequestSummaryProps = {
  draft: RequestDraft;
  isFolded: boolean;
  onToggleFold?: () => void;
};

/** Replaces the folded form with one line. */
export function RequestSummary({ draft, isFolded, onToggleFold }: RequestSummaryProps) {
  const { server, request } = draft;
  const scopes = request.scopes.filter((scope) => scope !== "groups");
  return (
    <div className={styles.summary}>
      <p>
        <b>{server.kind === "org" ? "Org" : server.id}</b> · {requestedTokens[request.responseType]}{" "}
        · {scopes.join(" ")}{" "}
        {scopes.length < request.scopes.length && <b className={styles.groups}>groups</b>}
      </p>
      <Button onClick={onToggleFold} aria-expanded={!isFolded}>
        {isFolded ? "Edit" : "Close"}
      </Button>
    </div>
  );
}
