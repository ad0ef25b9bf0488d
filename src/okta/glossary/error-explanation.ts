import type { Source } from "../sources.ts";

/**
 * Where an app's grant types are. Classic Engine shows Implicit (hybrid) without Advanced.
 *
 * @see Okta: Implement the Implicit flow, "Set up your app"
 */
export const grantTypeStep =
  "On the app’s General tab, under Grant type, select Authorization Code for a code. For tokens in the redirect, select Advanced > Implicit (hybrid).";

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
