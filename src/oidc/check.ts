/** `skipped`: the check could not be made. Its detail says why. */
export type CheckStatus = "pass" | "fail" | "skipped";

export type TokenName = "id_token" | "access_token";

export type Check = {
  /** A stable ID such as `id_token.exp`. Unique among the checks of one endpoint's response. */
  id: string;
  /** Set if the check is about the token endpoint's response. Not set for the redirect. */
  source?: "token_endpoint";
  about: "request" | "response" | "metadata" | "userinfo" | TokenName;
  name: string;
  status: CheckStatus;
  /** What was expected and what was received. Never contains a token. */
  detail: string;
  /** Set if no key fits the token's key ID and RS256, so the signature was compared with no key. */
  hasNoKey?: true;
  /** Set if the check failed only because the token has expired. */
  isExpired?: true;
};

export function defineCheck(id: string, about: Check["about"], name: string) {
  const build =
    (status: CheckStatus) =>
    (detail: string): Check => ({ id, about, name, status, detail });
  return { pass: build("pass"), fail: build("fail"), skip: build("skipped") };
}
