import type { ParsedResponse } from "../../../oidc/parsed-response.ts";
import { explainParameter } from "../../../okta/glossary/parameters.ts";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import { formatCount } from "../claims/format-count.ts";
import { showText } from "../claims/VisibleText.tsx";
import styles from "./ResponseFold.module.css";

/** More is no response, and would keep the browser busy. */
const maxCount = 50;
const maxLength = 120;

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
        {parameters.slice(0, maxCount).map(({ name, value }, index) => {
          const { meaning, source } = explainParameter(name);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and keep their order
            <div key={index}>
              <dt>{showText(shortenValue(name))}</dt>
              <dd>
                <code>{showText(shortenValue(value))}</code>
                <small>
                  {meaning}{" "}
                  {source && <ExternalLink href={source.url}>{source.title}</ExternalLink>}
                </small>
              </dd>
            </div>
          );
        })}
      </dl>
    </Fold>
  );
}

function shortenValue(value: string): string {
  return value.length <= maxLength
    ? value
    : `${value.slice(0, maxLength)}… (${formatCount(value.length)} characters)`;
}
