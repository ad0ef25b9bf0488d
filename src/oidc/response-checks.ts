import type { Check } from "./check.ts";
import type { SuccessResponse } from "./parsed-response.ts";
import { quoteValue } from "./quote-value.ts";
import type { TokenSuccess } from "./token-request.ts";

/** What a `response_type` requests, with an article. */
const labels = { id_token: "an ID token", token: "an access token", code: "a code" } as const;

type Item = keyof typeof labels;

const items: readonly Item[] = ["id_token", "token", "code"];

/**
 * Checks that a successful response contains what was requested, and nothing else.
 *
 * @param responseType The request's `response_type`, such as `id_token token`.
 * @see OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5
 */
export function checkResponseTokens(responseType: string, response: SuccessResponse): Check {
  const check = { id: "response.tokens", about: "response", name: "Returned tokens" } as const;
  const requested = responseType.split(" ");
  const isReturned: Record<Item, boolean> = {
    id_token: response.idToken !== undefined,
    token: response.accessToken !== undefined,
    code: response.code !== undefined,
  };
  const missing = items.filter((item) => requested.includes(item) && !isReturned[item]);
  const extra = items.filter((item) => !requested.includes(item) && isReturned[item]);
  if (missing.length === 0 && extra.length === 0) {
    const detail = "The response contains exactly what you requested.";
    return { ...check, status: "pass", detail };
  }
  const problems = [];
  if (missing.length > 0) {
    problems.push(
      `You requested ${join(missing)}, but the response does not contain ${missing.length > 1 ? "them" : "it"}.`,
    );
  }
  if (extra.length > 0) {
    problems.push(`The response contains ${join(extra)}, which you did not request.`);
  }
  return { ...check, status: "fail", detail: problems.join(" ") };
}

/**
 * Checks that a token response contains an ID token if, and only if, the `openid` scope was granted.
 *
 * @param requestedScopes Granted, unless the response names others (RFC 6749 §5.1).
 * @see OpenID Connect Core 1.0 §3.1.3.3
 */
export function checkExchangedTokens(
  requestedScopes: readonly string[],
  { idToken, scope }: TokenSuccess,
): Check {
  const check = { id: "response.tokens", about: "response", name: "Returned tokens" } as const;
  const granted = scope?.split(" ") ?? requestedScopes;
  const isExpected = granted.includes("openid");
  if (isExpected === (idToken !== undefined)) {
    const detail = isExpected
      ? "The code brought an ID token and an access token, as expected."
      : "The code brought an access token. Without the openid scope, it brings no ID token.";
    return { ...check, status: "pass", detail };
  }
  const detail = isExpected
    ? "The openid scope was granted, but the token response contains no ID token."
    : "The token response contains an ID token, although the openid scope was not granted.";
  return { ...check, status: "fail", detail };
}

function join(list: readonly Item[]): string {
  return list.map((item) => labels[item]).join(" and ");
}

/**
 * Checks that the access token is a Bearer token. A client must not use a token type that it does not know.
 *
 * @returns `undefined` if the response has no access token.
 * @see RFC 6749 §7.1; RFC 6750 §4; OpenID Connect Core 1.0 §3.2.2.5
 */
export function checkTokenType({
  accessToken,
  tokenType,
}: Pick<SuccessResponse, "accessToken" | "tokenType">): Check | undefined {
  if (!accessToken) return undefined;
  const check = { id: "response.token_type", about: "response", name: "Token type" } as const;
  // Case-insensitive: RFC 6749 §4.2.2.
  if (tokenType?.toLowerCase() === "bearer") {
    return { ...check, status: "pass", detail: "token_type is Bearer, as expected." };
  }
  const detail =
    tokenType === undefined
      ? "The response has no token_type. It should be Bearer."
      : `token_type should be Bearer, but is ${quoteValue(tokenType)}.`;
  return { ...check, status: "fail", detail };
}

/**
 * Checks the `iss` parameter of a response, or of an error response. A response of another authorization server must
 * not be used.
 *
 * @returns `undefined` if the response has no `iss`: the parameter is optional.
 * @see RFC 9207 §2.4
 */
export function checkResponseIssuer(
  received: string | undefined,
  expected: string | undefined,
): Check | undefined {
  if (received === undefined) return undefined;
  const check = { id: "response.iss", about: "response", name: "Issuer" } as const;
  const found = `iss is ${quoteValue(received)}`;
  if (expected === undefined) {
    const detail = `${found}. No request of this tab matches, so there is nothing to compare it with.`;
    return { ...check, status: "skipped", detail };
  }
  if (received === expected) return { ...check, status: "pass", detail: `${found}, as expected.` };
  const detail = `${found}, but the request was sent to ${quoteValue(expected)}. Another authorization server sent this response.`;
  return { ...check, status: "fail", detail };
}
