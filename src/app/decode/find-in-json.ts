import type { TokenName } from "../../oidc/check.ts";
import { buildClaimsSet, parseClaimsSet } from "../../oidc/claims-set.ts";
import {
  findMember,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "../../oidc/json.ts";
import { combineTokens, findInText } from "./find-in-text.ts";
import { type FoundToken, inspectToken } from "./found-token.ts";
import {
  buildErrorResponse,
  buildResponse,
  findClaims,
  findText,
  isPlaceholderToken,
  listTokens,
  type PastedPart,
} from "./pasted-part.ts";

/** Enough for hundreds of requests in a HAR file. */
const maxStrings = 50_000;
/** Skips most strings of a HAR file, which are names and values of headers. */
const mayMatter = /^\s*[{[]|ey[AJ]|(?:token|code|error|client_id)(?:=|%3D)|error="|-----BEGIN/;
/** Scripts and pictures in a HAR file are longer. */
const maxStringLength = 500_000;
const maxKeys = 100;
/** A text can have thousands of different tokens. The first parts are enough. */
export const maxParts = 500;

/**
 * Finds parts in JSON such as a HAR file, a log entry, or tokens that okta-auth-js stored.
 *
 * @param text The source of `json`.
 */
export function findInJson(json: JsonValue, text: string): readonly PastedPart[] {
  const claims = findWholeClaims(json, text);
  if (claims) return [claims];
  const parts: PastedPart[] = [];
  const strings: string[] = [];
  const queue: JsonValue[] = [json];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (typeof value === "string") {
      if (value.length <= maxStringLength && mayMatter.test(value)) strings.push(value);
    } else if (Array.isArray(value)) enqueue(value);
    else if (isJsonObject(value)) {
      const found = findInObject(value);
      if (found) parts.push(found);
      // A log entry with an error can have the request or a token beside it.
      if (!found || isError(found)) enqueue(Object.values<JsonValue>(value));
    }
    if (strings.length > maxStrings || parts.length >= maxParts) break;
  }
  return [...parts, ...findInStrings(strings)];

  /** Pushes values one by one, because engines limit the number of arguments of a call. */
  function enqueue(values: readonly JsonValue[]): void {
    for (const value of values.slice(0, maxStrings).toReversed()) queue.push(value);
  }
}

/** Finds parts in URLs, bodies and headers. Combines the tokens that are in no URL or body. */
function findInStrings(strings: readonly string[]): readonly PastedPart[] {
  const loose = new Map<string, FoundToken>();
  const parts: PastedPart[] = [];
  for (const string of strings) {
    if (parts.length + loose.size >= maxParts) break;
    const body = /^\s*[{[]/.test(string) ? parseJson(string) : undefined;
    if (typeof body === "object" && body !== null) {
      for (const part of findInJson(body, string)) parts.push(part);
      continue;
    }
    for (const part of findInText(string)) {
      if (part.kind !== "response" || part.from !== "loose_tokens") parts.push(part);
      else for (const token of part.tokens) loose.set(token.raw, token);
    }
  }
  for (const part of parts) for (const { raw } of listTokens(part)) loose.delete(raw);
  return [...parts, ...combineTokens([...loose.values()])];
}

function isError(part: PastedPart): boolean {
  return part.kind === "response" && part.response.kind === "error";
}

function findInObject(object: JsonObject): PastedPart | undefined {
  return findKeys(object) ?? findTokenResponse(object) ?? findError(object) ?? findForm(object);
}

function findKeys(object: JsonObject): PastedPart | undefined {
  const list = findMember(object, "keys");
  const keys = Array.isArray(list) ? list.filter(isKey).slice(0, maxKeys) : [];
  if (keys.length > 0) return { kind: "keys", text: JSON.stringify({ keys }), count: keys.length };
  return isKey(object) ? { kind: "keys", text: JSON.stringify(object), count: 1 } : undefined;
}

/** Whether a value is a public key: RFC 7517 §4.1; RFC 7518 §6 (private keys have `d`, shared keys are `oct`). */
function isKey(value: JsonValue): value is JsonObject {
  if (!isJsonObject(value) || Object.hasOwn(value, "d")) return false;
  const type = findMember(value, "kty");
  return typeof type === "string" && type !== "oct";
}

function findTokenResponse(object: JsonObject): PastedPart | undefined {
  const idToken = findToken(object, "id_token", "idToken");
  const accessToken = findToken(object, "access_token", "accessToken");
  return idToken || accessToken
    ? buildResponse("token_response", { idToken, accessToken }, object)
    : undefined;
}

/** Finds a token by the name in RFC 6749, or by the name in objects of okta-auth-js. */
function findToken(object: JsonObject, name: TokenName, nameInSdk: string): FoundToken | undefined {
  const value = findMember(object, name) ?? findMember(object, nameInSdk);
  const raw = isJsonObject(value)
    ? findText(value, nameInSdk)
    : (findText(object, name) ?? findText(object, nameInSdk));
  return raw === undefined || isPlaceholderToken(raw) ? undefined : inspectToken(raw, name);
}

/** Finds an error of the token endpoint (RFC 6749 §5.2), or of Okta's API. */
function findError(object: JsonObject): PastedPart | undefined {
  const code = findText(object, "errorCode");
  if (code !== undefined) return buildErrorResponse(code, findText(object, "errorSummary"));
  const error = findText(object, "error");
  // Many logs have a member called error. An OAuth error is one word.
  if (error === undefined || !/^[a-z_]+$/.test(error)) return undefined;
  return buildErrorResponse(error, findText(object, "error_description"));
}

/** A HAR file has a form as a list of names and values, and some bodies in base64: HAR 1.2, postData and content. */
function findForm(object: JsonObject): PastedPart | undefined {
  const list = findMember(object, "params");
  if (Array.isArray(list)) {
    const pairs = list.filter(isJsonObject).flatMap((pair): [string, string][] => {
      const [name, value] = [findText(pair, "name"), findText(pair, "value")];
      return name === undefined || value === undefined ? [] : [[name, decodeValue(value)]];
    });
    const text = new URLSearchParams(pairs).toString();
    return findInText(text).find(({ kind }) => kind === "response");
  }
  const text = findText(object, "text");
  if (findMember(object, "encoding") !== "base64" || text === undefined) return undefined;
  const body = text.length > maxStringLength ? undefined : decodeBase64(text);
  const json = body === undefined ? undefined : parseJson(body);
  return isJsonObject(json) ? findInObject(json) : undefined;
}

function decodeValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function decodeBase64(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (it) => it.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Finds claims if the JSON is only claims, or a header and a payload as debuggers show them. */
function findWholeClaims(json: JsonValue, text: string): PastedPart | undefined {
  if (!isJsonObject(json)) return undefined;
  const set = buildClaimsSet(text, json);
  const payload = set.members.findLast(({ name }) => name === "payload");
  const ofPayload = payload && parseClaimsSet(payload.source);
  return findClaims(ofPayload && isJsonObject(findMember(json, "header")) ? ofPayload : set);
}
