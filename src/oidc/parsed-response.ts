import type { Parameter } from "./authorization-request.ts";
import { type DecodedJwt, decodeJwt } from "./jwt.ts";
import { type AccessToken, asAccessToken, asIdToken, type IdToken } from "./tokens.ts";

export type ResponseProblem =
  | { code: "no_token_and_no_error" }
  | { code: "repeated_parameter"; name: string }
  | { code: "malformed_escape"; name: string }
  | { code: "not_a_number"; name: "expires_in" };

/** A token as received, and decoded. Nothing about it is verified. */
export type ReceivedToken<Raw> = { raw: Raw; decoded: DecodedJwt };

type Envelope = {
  returnedIn: "fragment" | "query";
  /** Every parameter in order, for display: repeats included, malformed escapes as they were sent. */
  parameters: readonly Parameter[];
  /** Every `state`. There should be one. */
  states: readonly string[];
  /** The `iss` parameter: RFC 9207 §2. */
  issuer: string | undefined;
};

export type SuccessResponse = {
  kind: "success";
  idToken: ReceivedToken<IdToken> | undefined;
  accessToken: ReceivedToken<AccessToken> | undefined;
  code: string | undefined;
  tokenType: string | undefined;
  expiresInSeconds: number | undefined;
};

export type ErrorResponse = { kind: "error"; error: string; description: string | undefined };

export type UnreadableResponse = { kind: "unreadable"; problem: ResponseProblem };

/** An authorization response of the implicit, code or hybrid flow. */
export type ParsedResponse = Envelope & (SuccessResponse | ErrorResponse | UnreadableResponse);

/** Where an authorization server puts what it returns. */
export type ResponseText = { text: string; returnedIn: "fragment" | "query" };

/** A fragment or query with one of these is a response. Others, such as `#section`, belong to the page. */
const telling = ["id_token", "access_token", "code", "error"];

/**
 * Finds a response in an address: in the fragment, else in the query.
 *
 * @returns Its parameters without the leading `#` or `?`.
 * @see OpenID Connect Core 1.0 §3.2.2.5; RFC 6749 §4.1.2
 */
export function findResponse(address: { hash: string; search: string }): ResponseText | undefined {
  const fragment = address.hash.replace(/^#/, "");
  if (isResponse(fragment)) return { text: fragment, returnedIn: "fragment" };
  const query = address.search.replace(/^\?/, "");
  if (isResponse(query)) return { text: query, returnedIn: "query" };
  return undefined;
}

function isResponse(text: string): boolean {
  return listParameters(text).some(({ name }) => telling.includes(name));
}

/**
 * Parses an authorization response. Does not check `state`, signatures or claims. Never throws.
 *
 * Of an error beside tokens, the error stands: an OAuth error is a value, not an exception. A parameter without a
 * value counts as absent.
 *
 * @param text Parameters without the leading `#` or `?`.
 * @see OpenID Connect Core 1.0 §3.2.2.5, §3.2.2.6, §3.3.2.5; RFC 6749 §3.1 (no repeated parameters), §4.1.2, §4.2.2
 */
export function parseResponse(text: string, returnedIn: "fragment" | "query"): ParsedResponse {
  const parameters = listParameters(text);
  const envelope: Envelope = {
    returnedIn,
    parameters,
    states: parameters.filter(({ name }) => name === "state").map(({ value }) => value),
    issuer: parameters.find(({ name }) => name === "iss")?.value,
  };
  const values = parseParameters(text);
  if ("code" in values) return { ...envelope, kind: "unreadable", problem: values };
  return { ...envelope, ...parseContent(values.get) };
}

function parseContent(
  get: (name: string) => string | undefined,
): SuccessResponse | ErrorResponse | UnreadableResponse {
  const error = get("error");
  if (error !== undefined) {
    return { kind: "error", error, description: get("error_description") };
  }
  const idToken = get("id_token");
  const accessToken = get("access_token");
  const code = get("code");
  if (idToken === undefined && accessToken === undefined && code === undefined) {
    return { kind: "unreadable", problem: { code: "no_token_and_no_error" } };
  }
  const expiresIn = get("expires_in");
  if (expiresIn !== undefined && !/^\d+$/.test(expiresIn)) {
    return { kind: "unreadable", problem: { code: "not_a_number", name: "expires_in" } };
  }
  return {
    kind: "success",
    idToken:
      idToken === undefined ? undefined : { raw: asIdToken(idToken), decoded: decodeJwt(idToken) },
    accessToken:
      accessToken === undefined
        ? undefined
        : { raw: asAccessToken(accessToken), decoded: decodeJwt(accessToken) },
    code,
    tokenType: get("token_type"),
    expiresInSeconds: expiresIn === undefined ? undefined : Number(expiresIn),
  };
}

function parseParameters(
  text: string,
): { get: (name: string) => string | undefined } | ResponseProblem {
  const parameters = new Map<string, string>();
  for (const [rawName, rawValue] of splitParameters(text)) {
    const name = decode(rawName);
    const value = decode(rawValue);
    if (name === undefined || value === undefined) {
      return { code: "malformed_escape", name: name ?? rawName };
    }
    if (parameters.has(name)) return { code: "repeated_parameter", name };
    parameters.set(name, value);
  }
  return { get: (name) => parameters.get(name) || undefined };
}

function listParameters(text: string): readonly Parameter[] {
  return splitParameters(text).map(([name, value]) => ({
    name: decode(name) ?? name,
    value: decode(value) ?? value,
  }));
}

/** A value may contain `=`: only the first one separates. */
function splitParameters(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const end = pair.indexOf("=");
      return end === -1 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)];
    });
}

/** Form encoding (WHATWG URL Standard §5.1), strict about escapes and UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
