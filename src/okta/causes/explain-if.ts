import { explainRefusal } from "../refusal-reason.ts";
import type { Evidence, Finding } from "./cause.ts";

/** Explains Okta's error if its description matches. */
export function explainIf({ run }: Evidence, pattern: RegExp): Finding | undefined {
  const { refusal } = run;
  if (!refusal || !pattern.test(`${refusal.error} ${refusal.description ?? ""}`)) return undefined;
  const { id: _, ...explained } = explainRefusal(run, refusal);
  return explained;
}
