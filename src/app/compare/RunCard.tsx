import { Button } from "../../ui/Button.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import {
  describeServer,
  describeTokenType,
  groupsOf,
  outcomeOf,
  personOf,
} from "../describe-run.ts";
import type { Run } from "../runs.ts";
import { useNow } from "../use-now.ts";
import styles from "./RunCard.module.css";

type RunCardProps = {
  run: Run;
  /** Counted from this tab's first run. */
  number: number;
  isCurrent: boolean;
  onShow: () => void;
};

/** One run in a few lines: what was asked, who signed in, what came, and whether groups did. */
export function RunCard({ run, number, isCurrent, onShow }: RunCardProps) {
  const groups = groupsOf(run);
  const { request } = run;
  const nowSeconds = useNow();
  return (
    <li className={styles.card} aria-current={isCurrent || undefined}>
      <h3>
        Run {number}: {outcomeOf(run)}
      </h3>
      <p>
        {request
          ? `${describeTokenType(request)}, ${describeServer(request)}`
          : "request not known"}
      </p>
      <p>{request && <code>{request.scopes.join(" ")}</code>}</p>
      <p>{personOf(run) ?? "person not known"}</p>
      <p>
        <Timestamp seconds={run.receivedAtSeconds} nowSeconds={nowSeconds} />
      </p>
      <p className={styles.groups} data-has-groups={groups.length > 0 || undefined}>
        {groups.length === 0
          ? "No groups"
          : groups.map(({ claim, count, title }) => `${count} in ${claim} (${title})`).join(", ")}
      </p>
      {isCurrent ? (
        <p className={styles.current}>Shown above</p>
      ) : (
        <Button look="quiet" onClick={onShow}>
          Show run {number}
        </Button>
      )}
    </li>
  );
}
