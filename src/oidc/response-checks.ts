import type { Check } from "./check.ts";
import { quoteValue } from "./evidence.ts";
import type { SuccessResponse } from "./parsed-response.ts";

const tokenNames = { id_token: "an ID token", token: "an access token", code: "a code" } as const;

type Returnable = keyof typeof tokenNames;

const returnables: readonly Returnable[] = ["id_token", "token", "code"];

/**
 * Checks that a successful response returned what was requested, and nothing else.
 *
 * @param requested The request's `response_type`, such as `id_token token`.
 * @see OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5
 */
export function checkResponseTokens(requested: string, response: SuccessResponse): Check {
  const check = { id: "response.tokens", about: "response", name: "Returned tokens" } as const;
  const wanted = requested.split(" ");
  const isReturned: Record<Returnable, boolean> = {
    id_token: response.idToken !== undefined,
    token: response.accessToken !== undefined,
    code: response.code !== undefined,
  };
  const missing = returnables.filter((it) => wanted.includes(it) && !isReturned[it]);
  const extra = returnables.filter((it) => !wanted.includes(it) && isReturned[it]);
  if (missing.length === 0 && extra.length === 0) {
    return {
      ...check,
      status: "pass",
      detail: "The response contains exactly what you requested.",
    };
  }
  const problems = [
    ...(missing.length > 0
      ? [`You requested ${list(missing)}, which is not in the response.`]
      : []),
    ...(extra.length > 0
      ? [`The response contains ${list(extra)}, which you didn’t request.`]
      : []),
  ];
  return { ...check, status: "fail", detail: problems.join(" ") };
}

function list(names: readonly Returnable[]): string {
  return names.map((name) => tokenNames[name]).join(" and ");
}

/**
 * Checks that an access token is a bearer token: a client must not use a type that it does not know.
 *
 * @returns `undefined` where the response has no access token.
 * @see RFC 6749 §7.1; RFC 6750 §4; OpenID Connect Core 1.0 §3.2.2.5
 */
export function checkTokenType({ accessToken, tokenType }: SuccessResponse): Check | undefined {
  if (!accessToken) return undefined;
  const check = { id: "response.token_type", about: "response", name: "Token type" } as const;
  if (tokenType?.toLowerCase() === "bearer") {
    return { ...check, status: "pass", detail: "The access token is a bearer token." };
  }
  const detail =
    tokenType === undefined
      ? "The response has an access token, but no token_type."
      : `The token_type is ${quoteValue(tokenType)}. This page knows bearer tokens only.`;
  return { ...check, status: "fail", detail };
}

/**
 * Checks the issuer that a response names: a response of another server must not be used.
 *
 * @returns `undefined` where the response names none.
 * @see RFC 9207 §2.4
 */
export function checkResponseIssuer(
  received: string | undefined,
  expected: string | undefined,
): Check | undefined {
  if (received === undefined) return undefined;
  const check = { id: "response.iss", about: "response", name: "Issuer" } as const;
  if (expected === undefined) {
    const detail = `No request of this tab matches, so the issuer ${quoteValue(received)} can’t be compared.`;
    return { ...check, status: "skipped", detail };
  }
  return received === expected
    ? {
        ...check,
        status: "pass",
        detail: "The response names the authorization server that you chose.",
      }
    : {
        ...check,
        status: "fail",
        detail: `The response is from ${quoteValue(received)}, but the request went to ${quoteValue(expected)}.`,
      };
}
