import { useId } from "react";
import { Callout } from "../../ui/Callout.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import type { SessionState } from "../session-state.ts";
import styles from "./OwnOrgFields.module.css";
import type { MetadataState } from "./use-metadata.ts";

type NoResponseProps = { state: SessionState; metadata: MetadataState };

/** Lists possible causes, because Okta shows its own page instead of redirecting a wrong client ID or redirect URI. */
export function NoResponse({ state, metadata }: NoResponseProps) {
  const { choice, draft, unanswered } = state;
  const { ownOrg, orgUrl, request } = draft;
  const id = useId();
  if (choice.org !== "own" || unanswered?.orgUrl !== orgUrl) return null;
  if (unanswered.clientId !== request.clientId) return null;
  return (
    <section aria-labelledby={id}>
      <Callout kind="warning">
        <h2 id={id}>No response arrived</h2>
        {metadata.status === "done" && metadata.isClientUnknown && (
          <p>
            <b>The org has no app with this client ID.</b>
          </p>
        )}
        <p>
          The last request to <b>{ownOrg?.host}</b> has no response. If you only went back, send it
          again. If Okta showed a 400 page, its description names the cause:
        </p>
        <ul className={styles.causes}>
          <li>
            <code>redirect_uri</code>: register exactly this sign-in redirect URI in your app:{" "}
            <code>{request.redirectUri}</code>{" "}
            <CopyButton label="Copy redirect URI" getText={() => request.redirectUri} />
          </li>
          <li>
            <code>client_id</code>: copy the client ID again from the app’s General tab.
          </li>
          <li>
            Anything else: paste the page’s text in <a href="?decode">Decode</a>.
          </li>
        </ul>
      </Callout>
    </section>
  );
}
