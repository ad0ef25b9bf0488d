import type { Check, CheckStatus } from "../../../oidc/check.ts";
import type { Checks } from "../../../oidc/trust.ts";
import { Button } from "../../../ui/Button.tsx";
import { Fold } from "../../../ui/Fold.tsx";
import { foreignKeysCheckId } from "../../checks/foreign-keys.ts";
import styles from "./ChecksFold.module.css";
import { useDetailsId } from "./details-ids.ts";
import { countChecks, summarizeChecks } from "./summarize-checks.ts";

const words: Record<CheckStatus, string> = { pass: "Pass", fail: "Fail", skipped: "Skipped" };
const marks: Record<CheckStatus, string> = { pass: "✓", fail: "✕", skipped: "–" };

const order: readonly CheckStatus[] = ["fail", "pass", "skipped"];

const subjects: Record<Check["about"], string> = {
  request: "Request",
  response: "Response",
  id_token: "ID token",
  access_token: "Access token",
  metadata: "Server",
  userinfo: "UserInfo",
};

type ChecksFoldProps = {
  checks: Checks;
  onAllowForeignKeys: () => void;
};

export function ChecksFold({ checks, onAllowForeignKeys }: ChecksFoldProps) {
  const id = useDetailsId("checks");
  const { status, results } = checks;
  const failed = countChecks(results, "fail");
  const sorted = order.flatMap((it) => results.filter((check) => check.status === it));
  return (
    <Fold
      id={id}
      title="Checks"
      isUrgent={failed > 0}
      summary={
        <span role="status" className={styles.summary} data-failed={failed > 0}>
          {summarizeChecks(results)}
          {status === "running" && ". Checking signatures…"}
        </span>
      }
    >
      <ul className={styles.checks}>
        {sorted.map(({ id, source, about, name, status: outcome, detail }) => (
          <li key={`${source} ${id}`} data-status={outcome}>
            <strong data-mark={marks[outcome]}>{words[outcome]}</strong>{" "}
            <b>
              {subjects[about]}
              {source && " (token endpoint)"}: {name}
            </b>{" "}
            <span>
              {detail}
              {id === foreignKeysCheckId && (
                <>
                  {" "}
                  <Button onClick={onAllowForeignKeys}>Load the keys</Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
