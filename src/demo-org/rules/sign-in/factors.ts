/** The same for everyone, and no secret. A user that the API creates can pass it too. */
export const securityQuestion = {
  question: "What is the answer to every question in this org?",
  answer: "demo-answer",
} as const;

/** `kba` is the security question. @see RFC 8176 §2; Okta: Customize tokens returned from Okta with a Groups claim */
export function listMethods(hasSecondFactor: boolean): readonly string[] {
  return hasSecondFactor ? ["pwd", "mfa", "kba"] : ["pwd"];
}

export function hasSecondFactor({ amr }: { readonly amr: readonly string[] }): boolean {
  return amr.includes("mfa");
}
