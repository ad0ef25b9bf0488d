import { listResponseParameters } from "../../oidc/authorization-response.ts";
import { explainParameter } from "../../okta/glossary/parameters.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ClaimMeaning } from "../claims/ClaimMeaning.tsx";
import { shorten } from "../shorten.ts";
import styles from "./ResponsePanel.module.css";

/** Tokens are long, and have a panel of their own. */
const mostShown = 96;

type ResponsePanelProps = {
  fragment: string;
  /** It came where servers see it, as answers to the authorization code flow do. */
  cameInQuery: boolean;
};

/** What the address brought, each parameter with its meaning. */
export function ResponsePanel({ fragment, cameInQuery }: ResponsePanelProps) {
  return (
    <Panel title="Response">
      <p className={styles.lead}>
        This came behind the <code>{cameInQuery ? "?" : "#"}</code> of the address,{" "}
        {cameInQuery ? "which the page’s own server has seen" : "where no server sees it"}. It has
        been taken out of the address bar.
      </p>
      <dl className={styles.parameters}>
        {listResponseParameters(fragment).map(({ name, value }, index) => {
          const { meaning, source } = explainParameter(name);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and its place is what it has
            <div key={index}>
              <dt>{shorten(name)}</dt>
              <dd>
                <code>{abridge(value)}</code>
                <ClaimMeaning meaning={meaning} source={source} />
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}

function abridge(value: string): string {
  return value.length <= mostShown
    ? value
    : `${value.slice(0, 40)}…${value.slice(-16)} (${value.length} characters)`;
}
