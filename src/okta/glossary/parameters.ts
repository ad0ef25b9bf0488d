import type { Source } from "../source.ts";

export type ParameterExplanation = { meaning: string; source?: Source };

/** What a request's or response's parameter is for, in one sentence. */
export function explainParameter(_name: string): ParameterExplanation {
  return { meaning: "" };
}
