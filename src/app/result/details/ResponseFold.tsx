import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { explainParameter } from "../../../okta/glossary/parameters.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import { formatCount } from "../claims/format-count.ts";
import { showText } from "../claims/VisibleText.tsx";
import styles from "./ResponseFold.module.css";

/** More is no response, and would keep the browser busy. */
const maxCount = 50;
const maxLength = 200;
/** The slots have the whole token. */
const maxTokenLength = 40;

const places = {
  fragment: "Returned in the URL fragment, which browsers don’t send to servers.",
  query: "Returned in the URL’s query, which browsers send to servers.",
};

/** The parameters of a response, each with its meaning. */
export function ResponseFold({ response }: { response: ParsedResponse }) {
  const { parameters, returnedIn } = response;
  const count = parameters.length === 1 ? "1 parameter" : `${parameters.length} parameters`;
  return (
    <Fold title="Response" summary={`${count} in the ${returnedIn}`}>
      <p className={styles.place}>{places[returnedIn]}</p>
      <dl className={styles.parameters}>
        {parameters.slice(0, maxCount).map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and keep their order
          <Parameter key={index} name={name} value={value} />
        ))}
      </dl>
      {parameters.length > maxCount && (
        <p className={styles.place}>{formatCount(parameters.length - maxCount)} more</p>
      )}
    </Fold>
  );
}

function Parameter({ name, value }: { name: string; value: string }) {
  const { meaning, source } = explainParameter(name);
  const isToken = name === "id_token" || name === "access_token";
  return (
    <div>
      <dt>{showText(cut(name, maxLength))}</dt>
      <dd>
        <code>{showText(cut(value, isToken ? maxTokenLength : maxLength))}</code>
        <small>
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
