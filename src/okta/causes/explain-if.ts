import { explainRefusal } from "../refusal-reason.ts";
import type { Evidence, Finding } from "./cause.ts";

/** Okta's own words, explained; `undefined` if they are not those that the pattern describes. */
export function explainIf({ run }: Evidence, pattern: RegExp): Finding | undefined {
  const { refusal } = run;
  if (!refusal || !pattern.test(`${refusal.error} ${refusal.description ?? ""}`)) return undefined;
  const { id: _, ...explained } = explainRefusal(run, refusal);
  return explained;
}
