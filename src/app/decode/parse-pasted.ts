import { parseJson } from "../../oidc/json.ts";
import type { AuthorizeUrl } from "../../okta/authorize-url.ts";
import { findEmbeddedJson } from "./embedded-json.ts";
import { findInJson, maxParts } from "./find-in-json.ts";
import { findInText } from "./find-in-text.ts";
import type { FoundToken } from "./found-token.ts";
import { findSecret, guessKind, type LooksLike } from "./guess-kind.ts";
import { listTokens, type PastedPart } from "./pasted-part.ts";
import {
  decodeBackslashes,
  decodeHtmlEntities,
  decodeOuterBase64,
  decodePercent,
  decodeQuotedPrintable,
  joinLines,
  joinLinesOfTokens,
  joinToken,
  type Repair,
  removeCarets,
  removeHidden,
  removeQuotes,
  straightenQuotes,
} from "./undo-wrapping.ts";

export type Pasted = {
  /** Each part once. */
  parts: readonly PastedPart[];
  repairs: readonly Repair[];
  /** What the text looks like if it has no parts, or the kind of secret next to the parts. */
  looksLike: LooksLike | undefined;
};

/** A HAR file of a sign-in has one or two megabytes. */
export const maxPastedLength = 30_000_000;
/** Undoing a wrapping copies the text. A longer text is a file, which is not wrapped. */
const maxWrappedLength = 1_000_000;

/**
 * Finds tokens, claims, requests, errors and keys in a text, and never throws. If no part is intact, undoes quotation
 * marks, escapes and line breaks until one is.
 */
export function parsePasted(text: string): Pasted {
  // Text from web pages and files can start with a zero-width space or a byte order mark.
  const trimmed = text.replace(/^[\s\u200b\ufeff]+/, "").trim();
  if (trimmed === "") return { parts: [], repairs: [], looksLike: "empty" };
  if (trimmed.length > maxPastedLength) return { parts: [], repairs: [], looksLike: "too_long" };
  let best: { parts: readonly PastedPart[]; repairs: readonly Repair[]; score: number } | undefined;
  for (const { text: variant, repairs } of listVariants(trimmed)) {
    const parts = dropRepeated(findParts(variant)).slice(0, maxParts);
    const score = Math.max(0, ...parts.map(scorePart));
    if (score > (best?.score ?? 0)) best = { parts, repairs, score };
    if (score === intact) break;
  }
  if (!best) return { parts: [], repairs: [], looksLike: guessKind(trimmed) };
  return { parts: best.parts, repairs: best.repairs, looksLike: findSecret(trimmed) };
}

function findParts(text: string): readonly PastedPart[] {
  const json = parseJson(text);
  if (typeof json === "object" && json !== null) return findInJson(json, text);
  if (text.length > maxWrappedLength) return findInText(text);
  const { objects, rest } = findEmbeddedJson(text);
  const inObjects = objects.flatMap(({ object, source }) => findInJson(object, source));
  return inObjects.length === 0 ? findInText(text) : [...findInText(rest), ...inObjects];
}

const steps: readonly (readonly [Repair, (text: string) => string])[] = [
  ["html_entities", decodeHtmlEntities],
  ["carets", removeCarets],
  ["quoted_printable", decodeQuotedPrintable],
  ["backslashes", decodeBackslashes],
  ["quotes", straightenQuotes],
  ["quotes", removeQuotes],
  ["hidden_characters", removeHidden],
  ["percent_encoding", decodePercent],
  ["double_encoding", decodePercent],
  ["double_encoding", decodePercent],
  ["base64_twice", decodeOuterBase64],
];

/** Escapes that no intact URL has before a parameter or its value: `&amp;state=`, `\&state=`, `^&state=`. */
const wrappedParameter =
  /(?:&amp;|\\u0026|[\\^][&?])\w+=|\b(?:client_id|response_type|(?:id|access)_token)=3D/i;

/** A line break in the middle of a URL: the next line starts with `%20groups&state=s`, for example. */
const wrappedLine = /[\w%=&.+~-]\r?\n[ \t>|]*[\w.~+-]*(?:%[\da-f]{2}|&\w+=)/i;

/** Lists the text, then with one wrapping after the other undone. Leaves out variants that are still wrapped. */
function* listVariants(text: string): Generator<{ text: string; repairs: readonly Repair[] }> {
  if (text.length > maxWrappedLength) return yield { text, repairs: [] };
  if (!wrappedParameter.test(text) && !wrappedLine.test(text)) yield { text, repairs: [] };
  let current = text;
  let repairs: readonly Repair[] = [];
  for (const [index, [repair, undo]] of steps.entries()) {
    const next = undo(current);
    const isChanged = next !== current;
    if (!isChanged && index > 0) continue;
    current = next;
    if (isChanged && !repairs.includes(repair)) repairs = [...repairs, repair];
    if (wrappedParameter.test(current)) continue;
    if (isChanged && !wrappedLine.test(current)) yield { text: current, repairs };
    for (const joined of new Set([joinLinesOfTokens(current), joinLines(current)]))
      if (joined !== current) yield { text: joined, repairs: [...repairs, "line_breaks"] };
    const token = joinToken(current);
    if (token !== current) yield { text: token, repairs: [...repairs, "spaces"] };
  }
}

const intact = 3;

function scorePart(part: PastedPart): number {
  if (part.kind === "request") return scoreRequest(part.request);
  if (part.kind !== "response") return intact;
  const { response, tokens } = part;
  if (response.kind === "error") return intact;
  if (response.kind === "unreadable") return 1;
  const damaged = tokens.filter((token) => token.damaged);
  // In another variant of the text, the tokens may be parameters of a response.
  if (damaged.length === 0) return part.from === "loose_tokens" ? intact - 0.5 : intact;
  // A token without a header may be one line of a wrapped token.
  const isReadable = ({ damaged }: FoundToken) => damaged?.header && damaged.payload;
  return damaged.length < tokens.length || damaged.some(isReadable) ? 2 : 1;
}

const usualParameters = ["client_id", "redirect_uri", "response_type", "scope", "state"];

/** A missing parameter may be on the next line. */
function scoreRequest({ parameters }: AuthorizeUrl): number {
  const lacking = usualParameters.filter((it) => !parameters.some(({ name }) => name === it));
  return intact - lacking.length / 10;
}

/** A HAR file repeats a URL: as a request, a redirect and a referrer. */
function dropRepeated(parts: readonly PastedPart[]): readonly PastedPart[] {
  const known = new Set<string>();
  return parts.filter((part) => {
    const keys = listKeys(part);
    const isRepeated = keys.length > 0 && keys.every((key) => known.has(key));
    for (const key of keys) known.add(key);
    return !isRepeated;
  });
}

function listKeys(part: PastedPart): readonly string[] {
  switch (part.kind) {
    case "keys":
      return [part.text];
    case "claims":
      return [part.set.text];
    case "request":
      return [JSON.stringify([part.request.orgUrl, part.request.server, part.request.parameters])];
    case "response": {
      const { response } = part;
      const tokens = listTokens(part).map(({ raw }) => raw);
      if (tokens.length > 0) return tokens;
      if (response.kind === "error") return [`${response.error} ${response.description}`];
      if (response.kind === "unreadable") return [JSON.stringify(response.parameters)];
      return [`${response.code ?? response.accessToken?.raw}`];
    }
    default:
      return part satisfies never;
  }
}
