import { readRun } from "./reading.ts";
import type { Run } from "./runs.ts";
import type { Purpose } from "./session.ts";

/** The fat and the thin run of a comparison that this landing completed. */
export function completedComparison(landed: Run | undefined, runs: readonly Run[]) {
  const comparison = landed?.request?.comparison;
  if (!landed || comparison?.step !== "thin" || readRun(landed).kind !== "answered")
    return undefined;
  const fat = runs.find(({ id }) => id === comparison.fatRunId);
  return fat && { fatRunId: fat.id, thinRunId: landed.id };
}

/**
 * The refusal of a comparison's second request, which was sent with `prompt=none` and so could not ask the
 * person anything (OpenID Connect Core 1.0 §3.1.2.6), and what to send instead.
 */
export function silentRefusal(landed: Run | undefined): (Purpose & { error: string }) | undefined {
  const comparison = landed?.request?.comparison;
  if (!landed || comparison?.step !== "thin" || !comparison.isSilent) return undefined;
  const reading = readRun(landed);
  if (reading.kind !== "refused") return undefined;
  return { error: reading.refusal.error, comparison: { ...comparison, isSilent: false } };
}
