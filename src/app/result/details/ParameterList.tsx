import type { Parameter } from "../../../oidc/authorization-request.ts";
import { explainParameter } from "../../../okta/glossary/parameters.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { formatCount } from "../claims/format-count.ts";
import { showText } from "../claims/VisibleText.tsx";
import styles from "./ParameterList.module.css";

/** More parameters would keep the browser busy. */
const maxCount = 50;
const maxLength = 200;
/** Tokens are short here, because the slots show the whole token. */
const maxTokenLength = 40;

type ParameterListProps = { of: "request" | "response"; parameters: readonly Parameter[] };

export function ParameterList({ of, parameters }: ParameterListProps) {
  return (
    <>
      <dl className={styles.parameters}>
        {parameters.slice(0, maxCount).map(({ name, value }, index) => (
          <Row key={index} of={of} name={name} value={value} />
        ))}
      </dl>
      {parameters.length > maxCount && (
        <p className="note">{formatCount(parameters.length - maxCount)} more</p>
      )}
    </>
  );
}

export function listParameters(parameters: URLSearchParams): readonly Parameter[] {
  return Array.from(parameters, ([name, value]) => ({ name, value }));
}

function Row({ of, name, value }: Parameter & Pick<ParameterListProps, "of">) {
  const { meaning, source } = explainParameter(name, of);
  const isToken = /^(?:id|access|refresh)_token$/.test(name);
  return (
    <div>
      <dt>{showText(cut(name, maxLength))}</dt>
      <dd>
        <code>{showText(cut(value, isToken ? maxTokenLength : maxLength))}</code>
        <small className="note">
          {meaning} {source && <ExternalLink href={source.url}>{source.title}</ExternalLink>}
        </small>
      </dd>
    </div>
  );
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length)}… (${formatCount(text.length)} characters)`;
}
