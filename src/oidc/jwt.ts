import { jwtDecode } from "jwt-decode";
import { decodeBase64Url } from "./base64url.ts";
import { type ClaimsSet, parseClaimsSet } from "./claims-set.ts";
import { type JsonObject, type JsonValue, parseJson } from "./json.ts";

export type JwtSegment = "header" | "payload" | "signature";

export type JwtProblem =
  | { code: "empty" }
  | { code: "wrong_segment_count"; count: number }
  /** Five segments: a JSON Web Encryption, RFC 7516 §3.1, which only its audience can open. */
  | { code: "encrypted" }
  | { code: "not_base64url"; segment: JwtSegment }
  | { code: "not_utf8"; segment: JwtSegment }
  | { code: "not_json"; segment: JwtSegment }
  | { code: "not_an_object"; segment: JwtSegment };

export type DecodedJwt =
  | ({ kind: "decoded"; header: JsonObject } & ClaimsSet)
  | { kind: "undecodable"; problem: JwtProblem };

/**
 * Decodes a signed JSON Web Token, strictly: three segments, each base64url without padding, the first two of
 * them UTF-8 and JSON objects. Never throws.
 *
 * Decodes, and no more: nothing in the result is to be trusted before signature and claims have been checked. Takes
 * some 30 ms for a megabyte.
 *
 * @see RFC 7519 §7.2; RFC 7515 §5.2
 */
export function decodeJwt(token: string): DecodedJwt {
  if (token === "") return undecodable({ code: "empty" });
  const parts = token.split(".");
  const [header, payload, signature] = parts;
  if (parts.length === 5) return undecodable({ code: "encrypted" });
  if (
    parts.length !== 3 ||
    header === undefined ||
    payload === undefined ||
    signature === undefined
  ) {
    return undecodable({ code: "wrong_segment_count", count: parts.length });
  }
  const readHeader = readObject(header, "header");
  if ("code" in readHeader) return undecodable(readHeader);
  const claimsSet = readObject(payload, "payload");
  if ("code" in claimsSet) return undecodable(claimsSet);
  if (decodeBase64Url(signature) === undefined) {
    return undecodable({ code: "not_base64url", segment: "signature" });
  }
  return { kind: "decoded", header: readHeader.claims, ...claimsSet };
}

function undecodable(problem: JwtProblem): DecodedJwt {
  return { kind: "undecodable", problem };
}

/**
 * Characters of a segment up to which `jwt-decode` decodes it: enough for a token without a long list in it. It goes
 * through the bytes one by one, which takes 5 ms for a hundred groups and 60 for a thousand, before anything of them
 * could be shown; and it shows bytes that are no UTF-8 as if they were, so those never get to it.
 */
const longestForJwtDecode = 2000;

function readObject(encoded: string, segment: JwtSegment): ClaimsSet | JwtProblem {
  const bytes = decodeBase64Url(encoded);
  if (bytes === undefined) return { code: "not_base64url", segment };
  const text = decodeUtf8(bytes);
  if (text === undefined) return { code: "not_utf8", segment };
  const parse =
    encoded.length > longestForJwtDecode ? undefined : () => jwtDecode<JsonValue>(`.${encoded}`);
  const set = parseClaimsSet(text, parse);
  if (set) return set;
  return { code: parseJson(text) === undefined ? "not_json" : "not_an_object", segment };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    // `ignoreBOM` keeps a byte order mark in the text, where JSON forbids it (RFC 8259 §8.1).
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
