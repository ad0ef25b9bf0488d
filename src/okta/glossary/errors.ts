import type { Source } from "../source.ts";

/** Who can put it right: the person at the page, whoever builds the app, or an admin of the Okta org. */
export type Actor = "you" | "app" | "okta-admin";

export type ErrorExplanation = {
  title: string;
  meaning: string;
  whoActs: Actor;
  steps: readonly string[];
  source?: Source;
};

/** What an error response means and what to do about it. */
export function explainError(_error: string, _description: string | undefined): ErrorExplanation {
  return { title: "", meaning: "", whoActs: "you", steps: [] };
}
