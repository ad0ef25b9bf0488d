import { createRandomValue } from "../oidc/authorization-request.ts";
import { land } from "./landing.ts";
import { forgetReadings, readRun } from "./reading.ts";
import { addRun, forgetRuns, type Run, readRuns, writeRuns } from "./runs.ts";
import {
  type Comparison,
  dropSentRequest,
  forgetSentRequests,
  readSentRequests,
} from "./sent-requests.ts";
import type { Kept, TabStorage } from "./tab-storage.ts";

export { keepRequest } from "./sent-requests.ts";

/** What this opening of the page brought. */
export type Landed = {
  run: Run;
  /**
   * The page's query when the run was asked for; where nobody knows who asked, that of what this tab asked last.
   * `undefined` where it has asked for nothing.
   */
  query: string | undefined;
  /** Set where the run is the second request of a comparison: it completes it, or was refused. */
  comparison?:
    | { kind: "completed"; fatRunId: string; thinRunId: string }
    | { kind: "refused"; error: string; next: Comparison };
};

/** What the tab remembers, and what has just been added to it. */
export type Memory = { runs: readonly Run[]; kept: Kept; landed: Landed | undefined };

/**
 * Takes up what this tab remembers, and an answer if one came.
 *
 * @param fragment What the address bar held, with its `#` or `?`; empty where nothing came.
 */
export function takeUp(storage: TabStorage, fragment: string, nowSeconds: number): Memory {
  const runs = readRuns(storage);
  const sentRequests = readSentRequests(storage);
  const run = land({
    fragment,
    sentRequests,
    runs,
    nowSeconds,
    createId: createRandomValue,
  });
  if (!run) return { runs, kept: "kept", landed: undefined };

  // An answer counts once: after this, the same answer is one that nobody asked for.
  if (run.request) dropSentRequest(storage, run.request.state);
  const withRun = addRun(runs, run);
  const kept = writeRuns(storage, withRun);
  const asked = run.request ?? sentRequests[0] ?? runs.find(({ request }) => request)?.request;
  return {
    runs: withRun,
    kept,
    landed: { run, query: asked?.query, ...comparisonOf(run, withRun) },
  };
}

/** Keeps the runs as they now are. */
export function keepRuns(storage: TabStorage, runs: readonly Run[]): Kept {
  return writeRuns(storage, runs);
}

/** Leaves nothing of this tab behind: no run, no request, no reading of a token. */
export function forgetEverything(storage: TabStorage): void {
  forgetRuns(storage);
  forgetSentRequests(storage);
  forgetReadings();
}

/**
 * What comes after the first request of a comparison, once it has its answer: the second, which must not ask the
 * person anything (`prompt=none`, OpenID Connect Core 1.0 §3.1.2.1).
 */
export function continuationOf({ run }: Landed): Comparison | undefined {
  if (run.request?.comparison?.step !== "fat" || readRun(run).kind !== "answered") return undefined;
  return { step: "thin", fatRunId: run.id, isSilent: true };
}

function comparisonOf(run: Run, runs: readonly Run[]): Pick<Landed, "comparison"> {
  const comparison = run.request?.comparison;
  if (comparison?.step !== "thin") return {};
  const reading = readRun(run);
  if (reading.kind === "refused" && comparison.isSilent) {
    const next = { ...comparison, isSilent: false };
    return { comparison: { kind: "refused", error: reading.refusal.error, next } };
  }
  const fat = runs.find(({ id }) => id === comparison.fatRunId);
  if (reading.kind !== "answered" || !fat) return {};
  return { comparison: { kind: "completed", fatRunId: fat.id, thinRunId: run.id } };
}
