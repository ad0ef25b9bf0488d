import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import styles from "./ExpressionPatterns.module.css";
import { expressionPatterns } from "./expression-patterns.ts";

type ExpressionPatternsProps = {
  language: keyof typeof expressionPatterns;
  value: string;
  onChange: (value: string) => void;
};

/** Expressions to start from. The user can restore the text that a pattern replaced. */
export function ExpressionPatterns({ language, value, onChange }: ExpressionPatternsProps) {
  const [replaced, setReplaced] = useState("");
  const patterns = expressionPatterns[language];
  const isPattern = patterns.some(({ expression }) => expression === value);

  function start(expression: string) {
    if (!isPattern) setReplaced(value);
    onChange(expression);
  }

  return (
    <details className={styles.patterns}>
      <summary>Start from a pattern</summary>
      {language === "classic" && (
        <p>
          Okta calls the <code>Groups</code> functions legacy and recommends{" "}
          <code>user.getGroups</code>.
        </p>
      )}
      <ul>
        {patterns.map(({ title, expression }) => (
          <li key={title}>
            <span>{title}</span>
            <code>{expression}</code>
            <Button onClick={() => start(expression)} aria-label={`Use: ${title}`}>
              Use
            </Button>
          </li>
        ))}
      </ul>
      {isPattern && replaced.trim() !== "" && (
        <Button look="quiet" onClick={() => onChange(replaced)}>
          Restore what I typed
        </Button>
      )}
    </details>
  );
}
