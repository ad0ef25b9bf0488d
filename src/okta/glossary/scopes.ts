import type { Source } from "../source.ts";

export type ScopeExplanation = { meaning: string; source?: Source };

/** What asking for a scope brings, in one sentence. */
export function explainScope(_name: string): ScopeExplanation {
  return { meaning: "" };
}
