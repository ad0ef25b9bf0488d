import { useState } from "react";
import { parseScopes } from "../../oidc/scope.ts";
import { asTyped } from "../../ui/Field.tsx";
import { listedScopes } from "../request-choice.ts";
import { hintId } from "./highlight.ts";
import styles from "./RequestFields.module.css";
import type { RequestFieldProps } from "./RequestFields.tsx";

const isListed = (scope: string) => listedScopes.some((listed) => listed === scope);

export function Scopes({ choice: { scopes }, onChange, onHighlight }: RequestFieldProps) {
  const typed = useTypedScopes(scopes.filter((scope) => !isListed(scope)));

  function change(listed: readonly string[], text: string) {
    const ordered = listedScopes.filter((scope) => listed.includes(scope));
    const others = parseScopes(text).filter((scope) => !isListed(scope));
    onChange({ scopes: [...ordered, ...others] });
  }

  function toggle(scope: string, isWanted: boolean) {
    const rest = scopes.filter((other) => other !== scope);
    change(isWanted ? [...rest, scope] : rest, typed.text);
  }

  return (
    <fieldset className={styles.scopes} data-parameter="scope">
      <legend className="legend">Scopes</legend>
      <div className={styles.chips}>
        {listedScopes.map((scope) => (
          <label
            key={scope}
            className={styles.chip}
            data-groups={scope === "groups" || undefined}
            onPointerEnter={() => onHighlight({ parameter: "scope", value: scope })}
          >
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) => toggle(scope, event.target.checked)}
              onFocus={() => onHighlight({ parameter: "scope", value: scope })}
              aria-describedby={hintId}
            />
            {scope}
          </label>
        ))}
        <input
          type="text"
          {...asTyped}
          className={styles.others}
          aria-label="Other scopes"
          placeholder="+ other"
          value={typed.text}
          onChange={(event) => {
            typed.setText(event.target.value);
            change(scopes.filter(isListed), event.target.value);
          }}
          onFocus={() => onHighlight({ parameter: "scope" })}
          aria-describedby={hintId}
        />
      </div>
    </fieldset>
  );
}

/** Keeps the text as typed, such as with a trailing space, until the scopes change elsewhere. */
function useTypedScopes(scopes: readonly string[]) {
  const joined = scopes.join(" ");
  const [typed, setText] = useState(joined);
  const typedScopes = parseScopes(typed).filter((scope) => !isListed(scope));
  return { text: typedScopes.join(" ") === joined ? typed : joined, setText };
}
