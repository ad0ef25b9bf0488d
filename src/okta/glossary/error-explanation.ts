import type { Source } from "../sources.ts";

/** Who can put it right: the person at the page, whoever builds the app, or an admin of the Okta org. */
export type Actor = "you" | "app" | "okta-admin";

export type ErrorExplanation = {
  /** A few words. */
  title: string;
  /** A sentence or two: what happened. */
  meaning: string;
  whoActs: Actor;
  /** What to do, one sentence each, in order. */
  steps: readonly string[];
  source?: Source;
};

/** An error that is told from others under the same code by its description. */
export type KnownError = {
  /** Okta sends some descriptions under more than one code. */
  error: readonly string[];
  /** As much of Okta's description as tells it from the others. */
  description: RegExp;
  explanation: ErrorExplanation;
};
