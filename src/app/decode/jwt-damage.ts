import { findString } from "../../oidc/find-string.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { decodeJwt, decodeToBinary, type JwtSegment } from "../../oidc/jwt.ts";
import { parsePartialJson } from "./partial-json.ts";

/** What is wrong with one part of a token. Offsets count from the start of that part. */
export type Damage = {
  segment: JwtSegment;
  offset: number;
  kind: "cut_off" | "wrong_character" | "not_json" | "not_utf8" | "missing";
  /** The character found there; empty at the end. */
  found: string;
};

/** A token that can't be decoded as a whole, and what can still be read of it. */
export type DamagedJwt = {
  damage: readonly Damage[];
  header: JsonObject | undefined;
  payload: JsonObject | undefined;
};

const segments = ["header", "payload", "signature"] as const;

/** `undefined` if the token is intact, or encrypted (five parts). @see RFC 7515 §3.1, §2 */
export function findJwtDamage(token: string): DamagedJwt | undefined {
  const parts = token.split(".");
  const decoded = decodeJwt(token);
  const isUnsigned = parts[2] === "" && decoded.kind === "decoded" && !isNone(decoded.header);
  if ((decoded.kind === "decoded" && !isUnsigned) || parts.length === 5) return undefined;
  const withoutHeader = findWithoutHeader(parts);
  if (withoutHeader) return withoutHeader;
  const damage: Damage[] = [];
  const objects: (JsonObject | undefined)[] = [];
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined || part === "") {
      damage.push({ segment, offset: 0, kind: "missing", found: "" });
      continue;
    }
    const { text, problem } = decodeLeniently(part);
    if (segment === "signature") {
      if (problem) damage.push({ segment, ...problem });
      continue;
    }
    const json = parsePartialJson(text);
    objects[index] = json.object;
    const found = problem ?? findJsonProblem(json.endOffset, text);
    if (found) damage.push({ segment, ...found });
  }
  return { damage, header: objects[0], payload: objects[1] };
}

/** Unsigned on purpose: RFC 7518 §3.6. */
function isNone(header: JsonObject): boolean {
  return /^none$/i.test(findString(header, "alg") ?? "");
}

/** The payload and the signature of a token whose beginning was not copied. */
function findWithoutHeader(parts: readonly string[]): DamagedJwt | undefined {
  const [first] = parts;
  if (parts.length !== 2 || first === undefined) return undefined;
  const { object } = parsePartialJson(decodeLeniently(first).text);
  const isPayload =
    object &&
    !Object.hasOwn(object, "alg") &&
    ["iss", "sub", "exp"].some((it) => Object.hasOwn(object, it));
  return isPayload
    ? {
        damage: [{ segment: "header", offset: 0, kind: "missing", found: "" }],
        header: undefined,
        payload: object,
      }
    : undefined;
}

type Problem = Omit<Damage, "segment">;

/** Decodes the text before the first character that is not base64url. */
function decodeLeniently(part: string): { text: string; problem: Problem | undefined } {
  const wrong = /[^\w-]/u.exec(part);
  const end = wrong ? wrong.index : part.length;
  // A single character at the end carries only 6 of a byte's 8 bits.
  const length = end % 4 === 1 ? end - 1 : end;
  const binary = decodeToBinary(part.slice(0, length));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (wrong) {
    const kind = /^(?:…|\.\.\.)/.test(wrong[0]) ? "cut_off" : "wrong_character";
    return { text, problem: { offset: end, kind, found: wrong[0] } };
  }
  if (length !== end) return { text, problem: { offset: end, kind: "cut_off", found: "" } };
  const replaced = text.indexOf("\uFFFD");
  // Cut in the middle of a character, or damaged before.
  if (replaced !== -1 && replaced < text.length - 1) {
    return { text: text.slice(0, replaced), problem: problemAt(replaced, "not_utf8", text) };
  }
  return { text, problem: undefined };
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
