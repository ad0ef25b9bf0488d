/** `skipped`: the check could not be made. Its detail says why. */
export type CheckStatus = "pass" | "fail" | "skipped";

/** A token, named by the parameter that returns it. */
export type TokenName = "id_token" | "access_token";

/** The result of one check. */
export type Check = {
  /** Stable, and unique among the checks of one endpoint's response: `id_token.exp`. */
  id: string;
  /** Set where it is about the token endpoint's response, and not the redirect. */
  source?: "token_endpoint";
  about: "request" | "response" | "metadata" | "userinfo" | TokenName;
  /** What is checked, in a word or two. */
  name: string;
  status: CheckStatus;
  /** What was expected and what was received. Never contains a token. */
  detail: string;
};
