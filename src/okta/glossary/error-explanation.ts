import type { Source } from "../sources.ts";

/** Classic Engine shows Implicit (hybrid) without Advanced. @see Okta: Implement the Implicit flow, "Set up your app" */
export const grantTypeStep =
  "On the app’s General tab, under Grant type, select Authorization Code for a code. For tokens in the redirect, select Advanced > Implicit (hybrid).";

/** Who can fix an error: the user of this page, the app’s developer, or an admin of the Okta org. */
export type Actor = "you" | "app" | "okta-admin";

export type ErrorExplanation = {
  title: string;
  meaning: string;
  whoActs: Actor;
  steps: readonly string[];
  source?: Source;
};

/** An error that is identified by its code and its description. */
export type DescribedError = {
  codes: readonly string[];
  description: RegExp;
  explanation: ErrorExplanation;
};

/** @param codes Separated by spaces, because Okta sends some descriptions with more than one code. */
export function described(
  codes: string,
  description: RegExp,
  whoActs: Actor,
  explanation: Omit<ErrorExplanation, "whoActs">,
): DescribedError {
  return { codes: codes.split(" "), description, explanation: { ...explanation, whoActs } };
}
