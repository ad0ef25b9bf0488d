import { encodeBase64Url } from "../../oidc/base64url.ts";
import { findString } from "../../oidc/find-string.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { decodeJwt, decodeToBinary, type JwtSegment } from "../../oidc/jwt.ts";
import { parsePartialJson, type SentObject } from "./partial-json.ts";

/** The first problem in one part of a token. The offset counts from the start of that part. */
export type Damage = {
  segment: JwtSegment;
  offset: number;
  kind: "cut_off" | "wrong_character" | "not_json" | "not_utf8" | "wrong_end" | "missing";
  /** The character at the offset, or empty at the end of the part. */
  found: string;
};

/** The damage of a token that can't be decoded as a whole, and the members that are still readable. */
export type DamagedJwt = {
  damage: readonly Damage[];
  header: SentObject | undefined;
  payload: SentObject | undefined;
};

/** @returns `undefined` if the token is intact, or encrypted. @see RFC 7515 §3.1, §2 */
export function findJwtDamage(token: string): DamagedJwt | undefined {
  // Three dots are an ellipsis. So are two dots at the end, because no token ends in two empty parts.
  const [header = "", payload, ...rest] = token.replace(/\.{3,}|\.{2,}$/, "…").split(".");
  const decoded = decodeJwt(token);
  const isUnsigned = rest[0] === "" && decoded.kind === "decoded" && !isNone(decoded.header);
  if (decoded.kind === "decoded" && !isUnsigned) return undefined;
  const signature = rest.length === 0 ? undefined : rest.join(".");
  const first = decodeSegment("header", header);
  if (decoded.kind === "undecodable" && decoded.problem.code === "encrypted") return undefined;
  if (signature === undefined && isClaims(first.sent?.object)) {
    const ofPayload = first.damage.map((it) => ({ ...it, segment: "payload" }) as const);
    return {
      damage: [missing("header"), ...ofPayload, ...findSignatureDamage(payload)],
      header: undefined,
      payload: first.sent,
    };
  }
  const second = decodeSegment("payload", payload);
  return {
    damage: [...first.damage, ...second.damage, ...findSignatureDamage(signature)],
    header: first.sent,
    payload: second.sent,
  };
}

/** Whether the token is unsigned on purpose: RFC 7518 §3.6. */
function isNone(header: JsonObject): boolean {
  return /^none$/i.test(findString(header, "alg") ?? "");
}

/** Whether the first part is a payload, because the header was not copied. */
function isClaims(object: JsonObject | undefined): boolean {
  if (!object || Object.hasOwn(object, "alg")) return false;
  return ["iss", "sub", "exp"].some((it) => Object.hasOwn(object, it));
}

function missing(segment: JwtSegment): Damage {
  return { segment, offset: 0, kind: "missing", found: "" };
}

function decodeSegment(
  segment: "header" | "payload",
  part: string | undefined,
): { damage: readonly Damage[]; sent?: SentObject | undefined } {
  if (!part) return { damage: [missing(segment)] };
  const { text, bytes, problem } = decodeLeniently(part);
  const notUtf8 = isUtf8(bytes) ? undefined : findUtf8Problem(text);
  const { sent, endOffset } = parsePartialJson(text.slice(0, notUtf8?.offset));
  const found = problem ?? notUtf8 ?? findJsonProblem(endOffset, text) ?? findWrongEnd(part);
  return { damage: found ? [{ segment, ...found }] : [], sent };
}

function findSignatureDamage(part: string | undefined): readonly Damage[] {
  if (!part) return [missing("signature")];
  const found = decodeLeniently(part).problem ?? findWrongEnd(part);
  return found ? [{ segment: "signature", ...found }] : [];
}

type Problem = Omit<Damage, "segment">;

/** Decodes the text before the first character that is not base64url. */
function decodeLeniently(part: string): {
  text: string;
  bytes: Uint8Array;
  problem: Problem | undefined;
} {
  const wrong = /[^\w-]/u.exec(part);
  const end = wrong ? wrong.index : part.length;
  // A single character at the end has only 6 of a byte's 8 bits.
  const length = end % 4 === 1 ? end - 1 : end;
  const binary = decodeToBinary(part.slice(0, length));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (wrong) {
    const kind = /^(?:…|\.\.\.)/.test(wrong[0]) ? "cut_off" : "wrong_character";
    return { text, bytes, problem: { offset: end, kind, found: wrong[0] } };
  }
  if (length !== end) return { text, bytes, problem: { offset: end, kind: "cut_off", found: "" } };
  return { text, bytes, problem: undefined };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function findUtf8Problem(text: string): Problem | undefined {
  const replaced = text.indexOf("\uFFFD");
  // A replaced character at the very end means that the text was cut off inside a character.
  return replaced === -1 || replaced === text.length - 1
    ? undefined
    : problemAt(replaced, "not_utf8", text);
}

/** The unused bits of the last character must be zero: RFC 4648 §3.5. */
function findWrongEnd(part: string): Problem | undefined {
  const end = part.slice(part.length - (part.length % 4));
  const bytes = Uint8Array.from(decodeToBinary(end), (character) => character.charCodeAt(0));
  if (encodeBase64Url(bytes) === end) return undefined;
  return problemAt(part.length - 1, "wrong_end", part);
}

function findJsonProblem(endOffset: number | undefined, text: string): Problem | undefined {
  if (endOffset === undefined) return undefined;
  return endOffset >= text.length
    ? { offset: endOffset, kind: "cut_off", found: "" }
    : problemAt(endOffset, "not_json", text);
}

function problemAt(offset: number, kind: Damage["kind"], text: string): Problem {
  const code = text.codePointAt(offset);
  return { offset, kind, found: code === undefined ? "" : String.fromCodePoint(code) };
}
