/** A check that could not be made is neither: it is `skipped`, and says why. */
export type CheckStatus = "pass" | "fail" | "skipped";

/** A token by the name of the parameter that it comes in. */
export type TokenName = "id_token" | "access_token";

/** One thing that was checked, and what was seen. */
export type Check = {
  /** Stable, and unlike any other in the same list: `id_token.exp`. */
  id: string;
  about: "request" | "response" | "metadata" | "userinfo" | TokenName;
  /** What is checked, in a word or two. */
  name: string;
  status: CheckStatus;
  /** One plain sentence with the evidence: what was expected, what was there. Never a token. */
  detail: string;
};
