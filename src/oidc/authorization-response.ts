import type { Parameter } from "./authorization-request.ts";
import { type AccessToken, asAccessToken, asIdToken, type IdToken } from "./tokens.ts";

export type AuthorizationResponse =
  | { kind: "id_token"; idToken: IdToken }
  | { kind: "token"; accessToken: AccessToken }
  | { kind: "id_token token"; idToken: IdToken; accessToken: AccessToken }
  | { kind: "refused"; error: string; description: string | undefined };

export type ResponseProblem =
  | { code: "no_token_and_no_error" }
  | { code: "repeated_parameter"; name: string }
  | { code: "malformed_escape"; name: string }
  | { code: "not_a_number"; name: "expires_in" };

/** A fragment that is no authorization response. The message quotes no parameter's value. */
export class UnreadableResponseError extends Error {
  override readonly name = "UnreadableResponseError";
  readonly problem: ResponseProblem;

  constructor(problem: ResponseProblem) {
    super(`Unreadable authorization response: ${problem.code}`);
    this.problem = problem;
  }
}

/**
 * Reads an authorization response out of a URL fragment.
 *
 * Reads, and no more: `state` is left to `statesOf`, no signature is checked, no claim is looked at.
 *
 * @param fragment `location.hash`, with or without its `#`: form-urlencoded, no name twice. A parameter without
 *   a value counts as absent.
 * @returns The tokens that came, or the server's refusal. A refusal is an answer, not an exception, and where
 *   one comes together with tokens, the refusal stands.
 * @throws {UnreadableResponseError} The fragment is neither.
 * @see OpenID Connect Core 1.0 §3.2.2.5 and §3.2.2.6; RFC 6749 §3.1 (no repeats), §4.2.2
 */
export function parseAuthorizationResponse(fragment: string): AuthorizationResponse {
  const parameters = readParameters(fragment);
  const error = parameters.get("error");
  if (error !== undefined) {
    return { kind: "refused", error, description: parameters.get("error_description") };
  }

  const idToken = parameters.get("id_token");
  const accessToken = readAccessToken(parameters);
  if (idToken !== undefined && accessToken !== undefined) {
    return { kind: "id_token token", idToken: asIdToken(idToken), accessToken };
  }
  if (idToken !== undefined) return { kind: "id_token", idToken: asIdToken(idToken) };
  if (accessToken !== undefined) return { kind: "token", accessToken };
  throw new UnreadableResponseError({ code: "no_token_and_no_error" });
}

/**
 * Lists what a fragment holds, in its own order, for people to look at. Repeats are listed as often as they
 * come, and what cannot be decoded is left as it came. Never throws.
 *
 * @param fragment `location.hash`, with or without its `#`.
 */
export function listResponseParameters(fragment: string): readonly Parameter[] {
  return splitParameters(fragment).map(([name, value]) => ({
    name: decode(name) ?? name,
    value: decode(value) ?? value,
  }));
}

/** Every `state` of a fragment, as often as it comes. There should be one. Never throws. */
export function statesOf(fragment: string): readonly string[] {
  return listResponseParameters(fragment)
    .filter(({ name }) => name === "state")
    .map(({ value }) => value);
}

function readParameters(fragment: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const namesSeen = new Set<string>();
  for (const [rawName, rawValue] of splitParameters(fragment)) {
    const name = decode(rawName);
    const value = decode(rawValue);
    if (name === undefined || value === undefined) {
      throw new UnreadableResponseError({ code: "malformed_escape", name: name ?? rawName });
    }
    if (namesSeen.has(name))
      throw new UnreadableResponseError({ code: "repeated_parameter", name });
    namesSeen.add(name);
    if (value !== "") parameters.set(name, value);
  }
  return parameters;
}

/** An access token whose lifetime cannot be read is not taken: nobody could say until when it is good. */
function readAccessToken(parameters: ReadonlyMap<string, string>): AccessToken | undefined {
  const accessToken = parameters.get("access_token");
  if (accessToken === undefined) return undefined;
  const expiresIn = parameters.get("expires_in");
  if (expiresIn !== undefined && !/^\d+$/.test(expiresIn)) {
    throw new UnreadableResponseError({ code: "not_a_number", name: "expires_in" });
  }
  return asAccessToken(accessToken);
}

/** A value may itself hold `=`, so only the first one divides. */
function splitParameters(fragment: string): readonly (readonly [name: string, value: string])[] {
  return fragment
    .replace(/^#/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const end = pair.indexOf("=");
      return end === -1 ? [pair, ""] : [pair.slice(0, end), pair.slice(end + 1)];
    });
}

/** Form encoding, in which `+` is a space: WHATWG URL Standard §5.1, but strict about percent-escapes and UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
