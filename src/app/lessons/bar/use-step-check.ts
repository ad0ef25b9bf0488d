import { findUserId } from "../../result/claims-sources.ts";
import type { Run } from "../../run.ts";
import { fetchOrgSetUp } from "../../set-up/fetch-org-set-up.ts";
import { useFetched } from "../../use-fetched.ts";
import { checkStep, type StepCheck } from "../check/check-step.ts";
import type { LessonStep } from "../lesson.ts";
import type { StepSetUp } from "./use-step-set-up.ts";

type StepCheckInput = {
  step: LessonStep | undefined;
  run: Run | undefined;
  setUp: StepSetUp;
  /** The demo org is in use, and ready. */
  canFetch: boolean;
};

/** Checks a step. The demo org's set-up tells why groups are missing, and who signed in. */
export function useStepCheck(input: StepCheckInput): StepCheck | undefined {
  const { step, run, setUp, canFetch } = input;
  const runSetUp = useRunSetUp(run, canFetch);
  if (!step) return undefined;
  const { kind } = setUp.state;
  const check = checkStep(step, {
    run,
    isDemoOrg: run?.request?.org !== "own",
    setUp: runSetUp.setUp,
    isSetUp: kind === "not-needed" || kind === "preparing" ? undefined : kind === "ready",
  });
  return runSetUp.isLoading && check.status !== "waiting"
    ? { status: "waiting", text: "Checking…", next: "wait" }
    : check;
}

/** Fetches the set-up for a run whose tokens name a user. A refusal is checked without the set-up. */
function useRunSetUp(run: Run | undefined, canFetch: boolean) {
  const request = run?.request?.org === "demo" ? run.request : undefined;
  const id = run && findUserId(run);
  const key = canFetch && request && id !== undefined ? { ...request, user: { id } } : undefined;
  const known = useFetched(key, async ({ orgUrl, ...it }) => ({
    setUp: await fetchOrgSetUp(orgUrl, it),
  }));
  return { isLoading: key !== undefined && !known, setUp: known?.setUp };
}
