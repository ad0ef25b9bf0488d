import { type Check, defineCheck } from "./check.ts";
import type { SuccessResponse } from "./parsed-response.ts";
import { quoteValue } from "./quote-value.ts";
import type { TokenSuccess } from "./token-request.ts";

const labels = { id_token: "an ID token", token: "an access token", code: "a code" } as const;

type Item = keyof typeof labels;

const items: readonly Item[] = ["id_token", "token", "code"];

/** Checks that a redirect has exactly the requested tokens and code. @see OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5 */
export function checkResponseTokens(responseType: string, response: SuccessResponse): Check {
  const check = defineCheck("response.tokens", "response", "Returned tokens");
  const requested = responseType.split(" ");
  const isReturned: Record<Item, boolean> = {
    id_token: response.idToken !== undefined,
    token: response.accessToken !== undefined,
    code: response.code !== undefined,
  };
  const missing = items.filter((item) => requested.includes(item) && !isReturned[item]);
  const extra = items.filter((item) => !requested.includes(item) && isReturned[item]);
  const problems = [
    missing.length > 0 &&
      `You requested ${join(missing)}, but the response does not contain ${missing.length > 1 ? "them" : "it"}.`,
    extra.length > 0 && `The response contains ${join(extra)}, which you did not request.`,
  ].filter(Boolean);
  return problems.length === 0
    ? check.pass("The response contains exactly what you requested.")
    : check.fail(problems.join(" "));
}

/**
 * Checks that a token response has an ID token exactly if `openid` was granted.
 *
 * @param requestedScopes If the response has no `scope`, these are the granted scopes (RFC 6749 §5.1).
 * @see OpenID Connect Core 1.0 §3.1.3.3
 */
export function checkExchangedTokens(
  requestedScopes: readonly string[],
  { idToken, scope }: TokenSuccess,
): Check {
  const check = defineCheck("response.tokens", "response", "Returned tokens");
  const granted = scope?.split(" ") ?? requestedScopes;
  const isExpected = granted.includes("openid");
  if (isExpected === (idToken !== undefined)) {
    return check.pass(
      isExpected
        ? "The code was exchanged for an ID token and an access token, as expected."
        : "The code was exchanged for an access token. Without the openid scope, there is no ID token.",
    );
  }
  return check.fail(
    isExpected
      ? "The openid scope was granted, but the token response contains no ID token."
      : "The token response contains an ID token, although the openid scope was not granted.",
  );
}

function join(list: readonly Item[]): string {
  return list.map((item) => labels[item]).join(" and ");
}

type TypedResponse = Pick<SuccessResponse, "accessToken" | "tokenType">;

/** A client must not use an access token of an unknown type. @see RFC 6749 §7.1; RFC 6750 §4 */
export function checkTokenType(response: TypedResponse): Check | undefined {
  const { accessToken, tokenType } = response;
  if (!accessToken) return undefined;
  const check = defineCheck("response.token_type", "response", "Token type");
  // `token_type` is case-insensitive: RFC 6749 §4.2.2.
  if (tokenType?.toLowerCase() === "bearer") {
    return check.pass("token_type is Bearer, as expected.");
  }
  return check.fail(
    tokenType === undefined
      ? "The response has no token_type. It should be Bearer."
      : `token_type should be Bearer, but is ${quoteValue(tokenType)}.`,
  );
}

/** A client must not use a response from another authorization server. `iss` is optional. @see RFC 9207 §2.4 */
export function checkResponseIssuer(
  received: string | undefined,
  expected: string | undefined,
): Check | undefined {
  if (received === undefined) return undefined;
  const check = defineCheck("response.iss", "response", "Issuer");
  const found = `iss is ${quoteValue(received)}`;
  if (expected === undefined) {
    return check.skip(`${found}. This tab has no matching request to compare it with.`);
  }
  if (received === expected) return check.pass(`${found}, as expected.`);
  return check.fail(
    `${found}, but the request was sent to ${quoteValue(expected)}. Another authorization server sent this response.`,
  );
}
