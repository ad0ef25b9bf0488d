import type { Check, TokenName } from "../../oidc/check.ts";
import type { Checks } from "./use-checks.ts";
import styles from "./Verdict.module.css";

type VerdictProps = { about: TokenName; checks: Checks };

/**
 * Whether a token may be relied on, beside its heading. Green is for verified and unexpired alone: "decoded"
 * is neutral.
 */
export function Verdict({ about, checks }: VerdictProps) {
  const [status, words] = judge(about, checks);
  return (
    <span className={styles.verdict} data-status={status}>
      {words}
    </span>
  );
}

function judge(about: VerdictProps["about"], { status, results }: Checks) {
  const concerned = results.filter((it) => it.about === about || it.about === "request");
  const has = (wanted: (check: Check) => boolean) => concerned.some(wanted);
  if (has((it) => it.status === "fail")) return ["fail", "Not to be trusted"] as const;
  if (status === "running") return ["open", "Decoded, being verified"] as const;
  if (has((it) => it.id === `${about}.signature` && it.status === "pass")) {
    return ["pass", "Verified"] as const;
  }
  return ["open", "Decoded, not verified"] as const;
}
