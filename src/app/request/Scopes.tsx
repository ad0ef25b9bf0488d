import { useState } from "react";
import { parseScopes } from "../../oidc/scope.ts";
import { asTyped } from "../../ui/Field.tsx";
import { listedScopes } from "../request-choice.ts";
import { type HighlightProps, hintId } from "./highlight.ts";
import styles from "./Scopes.module.css";

type ScopesProps = HighlightProps & {
  scopes: readonly string[];
  onChange: (scopes: readonly string[]) => void;
};

const isListed = (scope: string) => listedScopes.some((listed) => listed === scope);

/** A checkbox for each scope that OpenID Connect and Okta define, and a field for the others. */
export function Scopes({ scopes, onChange, onHighlight }: ScopesProps) {
  const others = useTypedScopes(scopes.filter((scope) => !isListed(scope)));

  function change(listed: readonly string[], typed: string) {
    const ordered = listedScopes.filter((scope) => listed.includes(scope));
    onChange([...ordered, ...parseScopes(typed).filter((scope) => !isListed(scope))]);
  }

  function toggle(scope: string, isWanted: boolean) {
    const rest = scopes.filter((other) => other !== scope);
    change(isWanted ? [...rest, scope] : rest, others.text);
  }

  return (
    <fieldset className={styles.scopes} data-parameter="scope">
      <legend>Scopes</legend>
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
          placeholder="+ other scopes"
          value={others.text}
          onChange={(event) => {
            others.setText(event.target.value);
            change(scopes.filter(isListed), event.target.value);
          }}
          onFocus={() => onHighlight({ parameter: "scope" })}
          aria-describedby={hintId}
        />
      </div>
    </fieldset>
  );
}

/**
 * The text of a list while it is typed: a trailing space is part of the text and not of the list. A list that changes
 * elsewhere replaces the text.
 */
function useTypedScopes(scopes: readonly string[]) {
  const joined = scopes.join(" ");
  const [typed, setText] = useState(joined);
  const typedScopes = parseScopes(typed).filter((scope) => !isListed(scope));
  return { text: typedScopes.join(" ") === joined ? typed : joined, setText };
}
