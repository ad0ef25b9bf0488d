import type { Evidence, Finding } from "./causes/cause.ts";
import { explainError } from "./glossary/errors.ts";
import type { Reason, RunToDiagnose } from "./reason.ts";
import { findRefusalChange } from "./refusal-change.ts";
import { okta } from "./sources.ts";

export function explainRefusal(
  run: RunToDiagnose,
  { error, description }: { error: string; description: string | undefined },
): Reason {
  const {
    title,
    meaning,
    whoActs,
    steps,
    source = okta.authorize,
  } = explainError(error, description);
  const change = findRefusalChange(run, description);
  return {
    id: "refused",
    title,
    observed:
      description === undefined
        ? `Okta returned “${error}”, without a description.`
        : `Okta returned “${error}”: “${description}”`,
    expected: meaning,
    certainty: "certain",
    whoActs,
    steps,
    ...(change && { change }),
    source,
  };
}

/** Explains Okta's error if its description matches. */
export function explainIf({ run }: Evidence, pattern: RegExp): Finding | undefined {
  const { refusal } = run;
  if (!refusal || !pattern.test(`${refusal.error} ${refusal.description ?? ""}`)) return undefined;
  const { id: _, ...explained } = explainRefusal(run, refusal);
  return explained;
}
