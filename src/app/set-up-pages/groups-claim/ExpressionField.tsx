import type { ReactNode } from "react";
import { TextArea } from "../../../ui/TextArea.tsx";
import { GroupList } from "../../result/claims/GroupList.tsx";
import { ExpressionPatterns } from "./ExpressionPatterns.tsx";
import {
  buildExpressionCheck,
  type ExpressionResult,
  type ExpressionSubject,
  expressionResultSchema,
} from "./expression-check.ts";
import type { expressionPatterns } from "./expression-patterns.ts";
import { LanguageLink } from "./LanguageLink.tsx";
import styles from "./PreviewedField.module.css";
import { PreviewedField, type PreviewUser } from "./PreviewedField.tsx";

type ExpressionFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: ReactNode;
  patterns?: keyof typeof expressionPatterns;
  subject: ExpressionSubject;
  previewUser: PreviewUser;
  appChoice?: ReactNode;
  /** Renders the previewed value. By default as a claim's value. */
  showValue?: (value: unknown) => ReactNode;
};

export function ExpressionField(props: ExpressionFieldProps) {
  const { patterns, subject, previewUser, appChoice, showValue = showClaimValue, ...field } = props;
  const { value, onChange } = field;
  // The org evaluates a claim's expression only for an app.
  const canPreview =
    value.trim() !== "" && (subject.place === "group rule" || subject.clientId !== "");
  return (
    <PreviewedField
      previewUser={previewUser}
      otherChoices={appChoice}
      buildCheck={(userId) =>
        canPreview ? buildExpressionCheck(value, subject, userId) : undefined
      }
      schema={expressionResultSchema}
      showResult={(result) =>
        result.kind === "mistake" ? (
          <Mistake expression={value} mistake={result} />
        ) : (
          showValue(result.value)
        )
      }
    >
      {(resultId) => (
        <>
          <TextArea {...field} describedBy={resultId} />
          {patterns && <ExpressionPatterns language={patterns} value={value} onChange={onChange} />}
        </>
      )}
    </PreviewedField>
  );
}

type MistakeProps = { expression: string; mistake: Extract<ExpressionResult, { kind: "mistake" }> };

function Mistake({ expression, mistake }: MistakeProps) {
  const { message, offset, length, language } = mistake;
  const end = offset + Math.max(length, 1);
  return (
    <>
      <strong className={styles.mistake}>
        At character {offset + 1}: {message}
      </strong>
      <code>
        {expression.slice(0, offset)}
        <mark>{expression.slice(offset, end) || "⏎"}</mark>
        {expression.slice(end)}
      </code>
      <p>
        Language: <LanguageLink language={language} />
      </p>
    </>
  );
}

function showClaimValue(value: unknown): ReactNode {
  if (value === null || (Array.isArray(value) && value.length === 0))
    return "No value, so the claim is left out of the token.";
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string"))
    return <GroupList groups={value} />;
  return <code>{JSON.stringify(value, undefined, 2)}</code>;
}
