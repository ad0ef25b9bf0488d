import type { Check, CheckStatus } from "../../oidc/check.ts";
import { Panel } from "../../ui/Panel.tsx";
import styles from "./ChecksPanel.module.css";
import type { Checks } from "./use-checks.ts";

const statusWords: Record<CheckStatus, string> = { pass: "Pass", fail: "Fail", skipped: "Skipped" };

const subjects: Record<Check["about"], string> = {
  request: "Request",
  id_token: "ID token",
  access_token: "Access token",
  metadata: "Server",
};

/** What failed comes first: nobody should have to look for it. */
const order: readonly CheckStatus[] = ["fail", "pass", "skipped"];

/** Every check with what was seen. */
export function ChecksPanel({ checks }: { checks: Checks }) {
  const results = order.flatMap((status) => checks.results.filter((it) => it.status === status));
  return (
    <Panel
      title="Checks"
      aside={
        <small role="status">{checks.status === "running" ? "Checking signatures…" : ""}</small>
      }
    >
      <ul className={styles.checks}>
        {results.map(({ id, about, name, status, detail }) => (
          <li key={id} data-status={status}>
            <strong>{statusWords[status]}</strong>{" "}
            <span>
              <b>
                {subjects[about]}: {name}.
              </b>{" "}
              {detail}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
