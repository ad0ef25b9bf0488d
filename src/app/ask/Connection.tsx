import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Choice } from "../choice.ts";
import { type RequestDraft, serverNamedIn } from "../request-draft.ts";
import { type AttentionProps, explanationId } from "./attention.ts";
import styles from "./Connection.module.css";
import { useTouched } from "./use-touched.ts";

type ConnectionProps = AttentionProps & {
  choice: Choice;
  draft: RequestDraft;
  /** The person has tried to send: every problem may be shown now. */
  showsProblems: boolean;
  onChange: (change: Partial<Choice>) => void;
};

/** Which Okta org answers: the one built in, or the person's own by domain and client ID. */
export function Connection(props: ConnectionProps) {
  const { choice, draft, attention, onAttend, onChange } = props;
  const { isTouched, touch } = useTouched(props.showsProblems);
  const { problems, notes, request } = draft;
  return (
    <div className={styles.connection}>
      <ChoiceGroup
        legend="Okta org"
        choices={[
          {
            value: "demo",
            label: "Demo org",
            hint: "Built into this page. No account, no network.",
          },
          { value: "own", label: "My Okta org", hint: "Any org, by its domain and a client ID." },
        ]}
        value={choice.org}
        onChange={(org) => onChange({ org })}
        onAttend={() => onAttend({ parameter: "endpoint" })}
        describedBy={explanationId}
        isLit={attention?.parameter === "endpoint"}
      />
      {choice.org === "own" && (
        <div className={styles.own}>
          <TextField
            label="Okta domain"
            value={choice.domain}
            onChange={(domain) => onChange({ domain, ...serverNamedIn(domain) })}
            onFocus={() => onAttend({ parameter: "endpoint" })}
            onBlur={() => touch("domain")}
            error={isTouched("domain") ? problems.domain : undefined}
            news={notes.join(" ")}
            placeholder="dev-123.okta.com"
            inputMode="url"
            describedBy={explanationId}
            isLit={attention?.parameter === "endpoint"}
            data-parameter="endpoint"
          />
          <TextField
            label="Client ID"
            value={choice.clientId}
            onChange={(clientId) => onChange({ clientId })}
            onFocus={() => onAttend({ parameter: "client_id" })}
            onBlur={() => touch("clientId")}
            error={isTouched("clientId") ? problems.clientId : undefined}
            placeholder="0oa…"
            describedBy={explanationId}
            isLit={attention?.parameter === "client_id"}
            data-parameter="client_id"
          />
          <p
            className={styles.redirectUri}
            data-lit={attention?.parameter === "redirect_uri" || undefined}
          >
            Register this sign-in redirect URI in your app, letter for letter:
            <code>{request.redirectUri}</code>
            <CopyButton label="Copy redirect URI" getText={() => request.redirectUri} />
          </p>
        </div>
      )}
    </div>
  );
}
