import type { Source } from "../source.ts";

/** How a claim's value is best shown. */
export type ClaimFormat = "numeric-date" | "url" | "language" | "time-zone";

export type ClaimExplanation = {
  meaning: string;
  source?: Source;
  format?: ClaimFormat;
};

/** What a claim means, in one sentence. Unknown ones are the authorization server's own. */
export function explainClaim(_name: string): ClaimExplanation {
  return { meaning: "" };
}
