/** `skipped`: the check could not be made. Its detail says why. */
export type CheckStatus = "pass" | "fail" | "skipped";

export type TokenName = "id_token" | "access_token";

export type Check = {
  /** Stable, and unique among the checks of one endpoint's response: `id_token.exp`. */
  id: string;
  /** Set where it is about the token endpoint's response, and not the redirect. */
  source?: "token_endpoint";
  about: "request" | "response" | "metadata" | "userinfo" | TokenName;
  name: string;
  status: CheckStatus;
  /** What was expected and what was received. Never contains a token. */
  detail: string;
  /** The signature was compared with no key: none has the token's key ID. */
  hasNoKey?: true;
  /** The token's times are valid, and it has expired: nothing worse. */
  isExpired?: true;
};

export function defineCheck(id: string, about: Check["about"], name: string) {
  const build =
    (status: CheckStatus) =>
    (detail: string): Check => ({ id, about, name, status, detail });
  return { pass: build("pass"), fail: build("fail"), skip: build("skipped") };
}
