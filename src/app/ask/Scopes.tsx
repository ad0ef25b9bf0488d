import { useId, useState } from "react";
import { parseScopes } from "../../oidc/scope.ts";
import { TextField } from "../../ui/TextField.tsx";
import { listedScopes } from "../choice.ts";
import { type AttentionProps, explanationId } from "./attention.ts";
import styles from "./Scopes.module.css";

type ScopesProps = AttentionProps & {
  scopes: readonly string[];
  onChange: (scopes: readonly string[]) => void;
};

const isListed = (scope: string) => listedScopes.some((listed) => listed === scope);

/** The scopes: a checkbox for each that OpenID Connect and Okta define, a line for the rest. */
export function Scopes({ scopes, onChange, attention, onAttend }: ScopesProps) {
  const id = useId();
  const others = scopes.filter((scope) => !isListed(scope));
  const otherScopes = useTyped(others.join(" "));

  function change(listed: readonly string[], typed: string) {
    const ordered = listedScopes.filter((scope) => listed.includes(scope));
    onChange([...ordered, ...parseScopes(typed).filter((scope) => !isListed(scope))]);
  }

  function toggle(scope: string, isWanted: boolean) {
    const rest = scopes.filter((other) => other !== scope);
    change(isWanted ? [...rest, scope] : rest, otherScopes.text);
  }

  return (
    <fieldset className={styles.scopes} data-lit={attention?.parameter === "scope" || undefined}>
      <legend>Scopes</legend>
      <div className={styles.listed}>
        {listedScopes.map((scope) => (
          <span
            key={scope}
            className={styles.scope}
            data-groups={scope === "groups" || undefined}
            onPointerEnter={() => onAttend({ parameter: "scope", value: scope })}
          >
            <input
              type="checkbox"
              id={`${id}-${scope}`}
              checked={scopes.includes(scope)}
              onChange={(event) => toggle(scope, event.target.checked)}
              onFocus={() => onAttend({ parameter: "scope", value: scope })}
              aria-describedby={explanationId}
            />
            <label htmlFor={`${id}-${scope}`}>{scope}</label>
          </span>
        ))}
      </div>
      <TextField
        label="Other scopes"
        value={otherScopes.text}
        onChange={(typed) => {
          otherScopes.setText(typed);
          change(scopes.filter(isListed), typed);
        }}
        onFocus={() => onAttend({ parameter: "scope" })}
        placeholder="separated by spaces"
        describedBy={explanationId}
      />
    </fieldset>
  );
}

/**
 * Text that is being typed, beside the list it stands for: a space at its end belongs to the text and not to
 * the list, and must not vanish under the person's fingers. A list changed from elsewhere wins.
 */
function useTyped(joined: string) {
  const [typed, setText] = useState(joined);
  const stillMeansTheSame =
    parseScopes(typed)
      .filter((s) => !isListed(s))
      .join(" ") === joined;
  return { text: stillMeansTheSame ? typed : joined, setText };
}
