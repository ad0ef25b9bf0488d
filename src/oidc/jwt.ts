import { jwtDecode } from "jwt-decode";
import { encodeBase64Url } from "./base64url.ts";
import { buildClaimsSet, type ClaimsSet } from "./claims-set.ts";
import { findMember, isJsonObject, type JsonObject, type JsonValue, parseJson } from "./json.ts";

export type JwtSegment = "header" | "payload" | "signature";

export type JwtProblem =
  | { code: "empty" }
  /** `count` is 6 for six or more segments. */
  | { code: "wrong_segment_count"; count: number }
  /** An encrypted token (JWE). Only the recipient's key can decrypt it: RFC 7516 §3.1. */
  | { code: "encrypted" }
  | { code: "not_base64url"; segment: JwtSegment }
  | { code: "not_utf8"; segment: JwtSegment }
  | { code: "not_json"; segment: JwtSegment }
  | { code: "not_an_object"; segment: JwtSegment };

export type DecodedJwt =
  | ({ kind: "decoded"; header: JsonObject; headerText: string } & ClaimsSet)
  | { kind: "undecodable"; problem: JwtProblem };

/** Decodes a JWT strictly, but verifies nothing. Never throws. @see RFC 7519 §7.2; RFC 7515 §5.2 */
export function decodeJwt(token: string): DecodedJwt {
  if (token === "") return undecodable({ code: "empty" });
  const parts = token.split(".", 6);
  const [header = "", payload = "", signature = ""] = parts;
  if (parts.length === 5 && isEncryptionHeader(header)) return undecodable({ code: "encrypted" });
  if (parts.length !== 3) return undecodable({ code: "wrong_segment_count", count: parts.length });
  const decodedHeader = decodeObject(header, "header");
  if ("code" in decodedHeader) return undecodable(decodedHeader);
  const decodedPayload = decodeObject(payload, "payload");
  if ("code" in decodedPayload) return undecodable(decodedPayload);
  if (decodeBase64Url(signature) === undefined) {
    return undecodable({ code: "not_base64url", segment: "signature" });
  }
  return {
    kind: "decoded",
    header: decodedHeader.object,
    headerText: decodedHeader.text,
    ...buildClaimsSet(decodedPayload.text, decodedPayload.object),
  };
}

/** A token with five parts is encrypted only if its header has `alg` and `enc`. @see RFC 7516 §4.1.1, §4.1.2 */
function isEncryptionHeader(encoded: string): boolean {
  const header = decodeObject(encoded, "header");
  if ("code" in header) return false;
  return ["alg", "enc"].every((name) => typeof findMember(header.object, name) === "string");
}

function undecodable(problem: JwtProblem): DecodedJwt {
  return { kind: "undecodable", problem };
}

/** For longer tokens, `jwt-decode` would delay the first paint: 60 ms for a thousand groups. */
const maxLengthForJwtDecode = 2000;

function decodeObject(
  encoded: string,
  segment: JwtSegment,
): { object: JsonObject; text: string } | JwtProblem {
  const bytes = decodeBase64Url(encoded);
  if (bytes === undefined) return { code: "not_base64url", segment };
  // `jwt-decode` accepts invalid UTF-8, so check the bytes first.
  const text = decodeUtf8(bytes);
  if (text === undefined) return { code: "not_utf8", segment };
  const value =
    encoded.length > maxLengthForJwtDecode
      ? parseJson(text)
      : parseJson(text, () => jwtDecode<JsonValue>(`.${encoded}`));
  if (value === undefined) return { code: "not_json", segment };
  return isJsonObject(value) ? { object: value, text } : { code: "not_an_object", segment };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    // `ignoreBOM` keeps a byte order mark in the text, where JSON forbids it (RFC 8259 §8.1).
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Decodes base64url or base64, with or without padding.
 *
 * @returns A binary string, like `atob`.
 * @throws The text is neither base64url nor base64.
 */
export function decodeToBinary(text: string): string {
  return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
}

/** Requires that unused bits are zero, so that the same bytes have only one encoding. @see RFC 7515 §2; RFC 4648 §3.5 */
function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = decodeToBinary(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  // Only the characters after the last whole group of four can have unused bits.
  const end = text.length - (text.length % 4);
  return encodeBase64Url(bytes.subarray((end / 4) * 3)) === text.slice(end) ? bytes : undefined;
}
