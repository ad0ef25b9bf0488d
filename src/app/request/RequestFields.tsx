import { useId } from "react";
import { responseTypes, usesCode } from "../../oidc/authorization-request.ts";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { RequestChoice } from "../request-choice.ts";
import type { RequestDraft } from "../request-draft.ts";
import { type HighlightProps, hintId } from "./highlight.ts";
import styles from "./RequestFields.module.css";
import { useTouched } from "./use-touched.ts";

export type RequestFieldProps = HighlightProps & {
  choice: RequestChoice;
  draft: RequestDraft;
  showsProblems: boolean;
  onChange: (change: Partial<RequestChoice>) => void;
};

const servers = [
  { value: "org", label: "Org" },
  { value: "custom", label: "Custom" },
] as const;

export function ServerChoice(props: RequestFieldProps) {
  const { choice, draft, showsProblems, onChange, onHighlight } = props;
  const { isTouched, touch } = useTouched(showsProblems);
  return (
    <div className={styles.server} data-parameter="endpoint">
      <SegmentedControl
        legend="Authorization server"
        choices={servers}
        value={choice.server}
        onChange={(server) => onChange({ server })}
        onHighlight={(value) => onHighlight({ parameter: "endpoint", value })}
        describedBy={hintId}
      />
      {choice.server === "custom" && (
        <TextField
          label="Authorization server ID"
          value={choice.authorizationServerId}
          onChange={(authorizationServerId) => onChange({ authorizationServerId })}
          onFocus={() => onHighlight({ parameter: "endpoint", value: "custom" })}
          onBlur={() => touch("authorizationServerId")}
          error={
            isTouched("authorizationServerId") ? draft.problems.authorizationServerId : undefined
          }
          placeholder="default"
          describedBy={hintId}
        />
      )}
    </div>
  );
}

const tokenTypes = [
  { value: "id_token", label: "ID token" },
  { value: "token", label: "Access token" },
  { value: "id_token token", label: "Both" },
] as const;

const flows = [
  { value: "id_token", label: "Implicit" },
  { value: "code", label: "Code + PKCE" },
] as const;

const hybridTypes = responseTypes.filter((it) => it.startsWith("code "));

export function TokenTypeChoice({ choice, onHighlight, onChange }: RequestFieldProps) {
  return (
    <div data-parameter="response_type" className={styles.part}>
      {usesCode(choice.responseType) ? (
        <>
          <p className="legend">Token type</p>
          <p>The code is exchanged for both tokens.</p>
        </>
      ) : (
        <SegmentedControl
          legend="Token type"
          choices={tokenTypes}
          value={choice.responseType}
          onChange={(responseType) => onChange({ responseType })}
          onHighlight={(value) => onHighlight({ parameter: "response_type", value })}
          describedBy={hintId}
        />
      )}
    </div>
  );
}

export function FlowChoice({ choice, onHighlight, onChange }: RequestFieldProps) {
  const { responseType } = choice;
  const control = {
    onChange: (changed: RequestChoice["responseType"]) => onChange({ responseType: changed }),
    onHighlight: (value: string) => onHighlight({ parameter: "response_type", value }),
    describedBy: hintId,
  };
  return (
    <div className={styles.part}>
      <SegmentedControl<RequestChoice["responseType"]>
        {...control}
        legend="Flow"
        choices={flows}
        // The Implicit choice stands for the three response types of the implicit flow.
        value={usesCode(responseType) ? responseType : "id_token"}
        onHighlight={(value) => control.onHighlight(value === "code" ? value : "implicit")}
      />
      <details className={`fine-print ${styles.more}`} open={hybridTypes.includes(responseType)}>
        <summary>More response types</summary>
        <SegmentedControl<RequestChoice["responseType"]>
          {...control}
          legend="Hybrid"
          isLegendHidden
          size="small"
          choices={hybridTypes.map((value) => ({ value, label: value }))}
          value={responseType}
        />
      </details>
    </div>
  );
}

type SignInAsProps = RequestFieldProps & {
  usernames: readonly string[];
  signedInUser: string | undefined;
};

export function SignInAs(props: SignInAsProps) {
  const { choice, usernames, signedInUser, onChange, onHighlight } = props;
  const { person } = choice;
  const id = useId();
  const options = person === "" || usernames.includes(person) ? usernames : [person, ...usernames];
  return (
    <div className={styles.signIn}>
      <label htmlFor={id} className="legend">
        Sign in as
      </label>
      <select
        id={id}
        value={person}
        data-parameter="login_hint"
        onChange={(event) => onChange({ person: event.target.value })}
        onFocus={() => onHighlight({ parameter: "login_hint" })}
        // Browsers don't submit a form on Enter in a select.
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.form?.requestSubmit();
        }}
        aria-describedby={hintId}
      >
        <option value="">Ask</option>
        {options.map((username) => (
          <option key={username}>{username}</option>
        ))}
      </select>
      <p role="status" className={`fine-print ${styles.session}`}>
        {signedInUser !== undefined && (
          <>
            Signed in as <bdi>{signedInUser}</bdi>
          </>
        )}
      </p>
    </div>
  );
}
