import type { Parameter } from "./authorization-request.ts";
import { routerPath } from "./find-response.ts";
import { type DecodedJwt, decodeJwt } from "./jwt.ts";
import { type AccessToken, asAccessToken, asIdToken, type IdToken } from "./tokens.ts";

export type ResponseProblem =
  | { code: "no_token_and_no_error" }
  /** The response has a token, but not in a parameter where an app would find the token. */
  | { code: "misplaced_token" }
  | { code: "too_many_parameters"; limit: number }
  | { code: "repeated_parameter"; name: string }
  | { code: "malformed_escape"; name: string }
  | { code: "not_a_number"; name: "expires_in" };

/** A token as received and decoded, but not verified. */
export type ReceivedToken<Raw> = { raw: Raw; decoded: DecodedJwt };

type Envelope = {
  returnedIn: "fragment" | "query";
  /** The text before the parameters, such as `/callback?`, if the app's router moved the response. */
  routerPath: string | undefined;
  /** Every parameter up to a limit, in order, for display. Includes repeated parameters and undecoded malformed escapes. */
  parameters: readonly Parameter[];
  states: readonly string[];
  /** The `iss` parameter, which identifies the issuer that sent the response: RFC 9207 §2. */
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

type UnreadableResponse = { kind: "unreadable"; problem: ResponseProblem };

export type ParsedResponse = Envelope & (SuccessResponse | ErrorResponse | UnreadableResponse);

/** A response has about ten parameters. A URL can hold hundreds of thousands, which would block the page. */
const maxParameters = 200;

const tooMany: ResponseProblem = { code: "too_many_parameters", limit: maxParameters };

/**
 * Parses an authorization response. If there is an error, ignores any tokens. Checks no `state`, signatures or claims.
 * Never throws.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.5, §3.2.2.6, §3.3.2.5; RFC 6749 §3.1 (no repeated parameters), §4.1.2, §4.2.2
 */
export function parseResponse(text: string, returnedIn: "fragment" | "query"): ParsedResponse {
  const path = routerPath.exec(text)?.[0];
  const pairs = text.slice(path?.length).split("&", maxParameters + 1);
  const isCut = pairs.length > maxParameters;
  const received = splitParameters(pairs.slice(0, maxParameters)).map(decodeParameter);
  const values = new Map<string, string>();
  for (const { name, value } of received) if (value !== "") values.set(name, value);
  const envelope: Envelope = {
    returnedIn,
    routerPath: path,
    parameters: received.map(({ name, value }) => ({ name, value })),
    states: received.filter(({ name }) => name === "state").map(({ value }) => value),
    issuer: values.get("iss"),
  };
  const problem = isCut ? tooMany : findProblem(received);
  return problem
    ? { ...envelope, kind: "unreadable", problem }
    : { ...envelope, ...parseContent(values, text) };
}

type ReceivedParameter = Parameter & { isMalformed: boolean };

/** Decodes a name and a value. Keeps a text with a malformed escape as it was sent. */
function decodeParameter([rawName, rawValue]: readonly [string, string]): ReceivedParameter {
  const name = decode(rawName);
  const value = decode(rawValue);
  return {
    name: name ?? rawName,
    value: value ?? rawValue,
    isMalformed: name === undefined || value === undefined,
  };
}

function findProblem(parameters: readonly ReceivedParameter[]): ResponseProblem | undefined {
  const names = new Set<string>();
  for (const { name, isMalformed } of parameters) {
    if (isMalformed) return { code: "malformed_escape", name };
    if (names.has(name)) return { code: "repeated_parameter", name };
    names.add(name);
  }
  return undefined;
}

/** Finds a token in a damaged response, where `=` may be escaped, or `&` may be `&amp;`. */
const misplacedToken = /_(?:token|secret)(?:=|%3D)[^&]/i;

function parseContent(
  values: ReadonlyMap<string, string>,
  text: string,
): SuccessResponse | ErrorResponse | UnreadableResponse {
  const error = values.get("error");
  if (error !== undefined) {
    return { kind: "error", error, description: values.get("error_description") };
  }
  const idToken = values.get("id_token");
  const accessToken = values.get("access_token");
  const code = values.get("code");
  if (idToken === undefined && accessToken === undefined && code === undefined) {
    const problem = misplacedToken.test(text) ? "misplaced_token" : "no_token_and_no_error";
    return { kind: "unreadable", problem: { code: problem } };
  }
  // `expires_in` is the lifetime of the access token.
  const expiresIn = accessToken === undefined ? undefined : values.get("expires_in");
  if (expiresIn !== undefined && !isWholeNumber(expiresIn)) {
    return { kind: "unreadable", problem: { code: "not_a_number", name: "expires_in" } };
  }
  return {
    kind: "success",
    idToken: idToken === undefined ? undefined : receiveToken(asIdToken(idToken)),
    accessToken: accessToken === undefined ? undefined : receiveToken(asAccessToken(accessToken)),
    code,
    tokenType: values.get("token_type"),
    expiresInSeconds: expiresIn === undefined ? undefined : Number(expiresIn),
  };
}

export function receiveToken<Raw extends string>(raw: Raw): ReceivedToken<Raw> {
  return { raw, decoded: decodeJwt(raw) };
}

function isWholeNumber(text: string): boolean {
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text));
}

function splitParameters(
  pairs: readonly string[],
): readonly (readonly [name: string, value: string])[] {
  return pairs
    .filter((pair) => pair !== "")
    .map((pair) => {
      const end = pair.indexOf("=");
      return end === -1 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)];
    });
}

/** Returns `undefined` for malformed escapes and invalid UTF-8. The WHATWG URL Standard (§5.1) would replace these. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
