import { checkRun } from "./checks/check-run.ts";
import type { ComparisonStep } from "./pending-requests.ts";
import type { Run } from "./run.ts";

/** Finds the second request of a comparison, which is sent at once. A failed check ends the comparison. */
export function findAutomaticRequest(run: Run, nowSeconds: number): ComparisonStep | undefined {
  if (run.request?.comparison?.step !== "fat" || run.response.kind !== "success") return undefined;
  const hasFailed = checkRun(run, nowSeconds).some(({ status }) => status === "fail");
  return hasFailed ? undefined : { step: "thin", fatRunId: run.id, isSilent: true };
}

/** Finds the run with the fat ID token that this run completes a comparison with. */
export function findFatRun({ request, response }: Run, runs: readonly Run[]): Run | undefined {
  const comparison = request?.comparison;
  if (comparison?.step !== "thin" || response.kind !== "success") return undefined;
  return runs.find(({ id }) => id === comparison.fatRunId);
}
