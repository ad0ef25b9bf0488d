import type { Check, CheckStatus } from "../../../oidc/check.ts";
import { countOf } from "../claims/format-count.ts";

/** "4 of 5 checks pass, 1 skipped", "1 of 1 check passes", "1 check skipped" */
export function summarizeChecks(results: readonly Check[]): string {
  const passed = countChecks(results, "pass");
  const skipped = countChecks(results, "skipped");
  const total = passed + countChecks(results, "fail");
  if (total === 0) return skipped === 0 ? "No checks" : `${countOf(skipped, "check")} skipped`;
  const verb = total === 1 ? "passes" : "pass";
  const summary = `${passed} of ${countOf(total, "check")} ${verb}`;
  return skipped === 0 ? summary : `${summary}, ${skipped} skipped`;
}

export function countChecks(results: readonly Check[], status: CheckStatus): number {
  return results.filter((check) => check.status === status).length;
}
