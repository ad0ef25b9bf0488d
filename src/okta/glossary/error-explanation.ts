import type { Source } from "../sources.ts";

/** Who can fix it: the user of this page, the app’s developer, or an admin of the Okta org. */
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

/** An error that only its description tells from others with the same code. */
export type KnownError = {
  /** Okta sends some descriptions under more than one code. */
  error: readonly string[];
  /** The part of Okta's description that tells it from the others. */
  description: RegExp;
  explanation: ErrorExplanation;
};
