import type { CheckStatus } from "../../oidc/check.ts";
import { Panel } from "../../ui/Panel.tsx";
import styles from "./ChecksPanel.module.css";
import { nameCheck } from "./name-check.ts";
import type { Checks } from "./use-checks.ts";

const statusWords: Record<CheckStatus, string> = { pass: "Pass", fail: "Fail", skipped: "Skipped" };

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
        {results.map((check) => (
          <li key={check.id} data-status={check.status}>
            <strong>{statusWords[check.status]}</strong>{" "}
            <span>
              <b>{nameCheck(check)}.</b> {check.detail}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
