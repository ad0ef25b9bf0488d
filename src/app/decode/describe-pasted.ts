import type { ParsedResponse } from "../../oidc/parsed-response.ts";
import { countOf } from "../result/claims/format-count.ts";
import { unknownTexts } from "./guess-kind.ts";
import type { Damage, DamagedJwt } from "./jwt-damage.ts";
import type { Pasted } from "./parse-pasted.ts";
import { listTokens, type PastedPart, type PastedResponse } from "./pasted-part.ts";
import type { Repair } from "./undo-wrapping.ts";

export function describePart(part: PastedPart): string {
  switch (part.kind) {
    case "request":
      return "Authorize request";
    case "claims":
      return part.place === "UserInfo"
        ? "UserInfo’s claims"
        : `Payload of an ${part.place.replace(/^A/, "a")}`;
    case "keys":
      return part.count === 1 ? "1 key" : `${part.count} keys`;
    case "response":
      return describeResponse(part);
    default:
      return part satisfies never;
  }
}

/** A token request's parameters include a code, as a redirect's do: RFC 6749 §4.1.3. */
export function isTokenRequest({ parameters }: ParsedResponse): boolean {
  return parameters.some(({ name }) => name === "grant_type");
}

const maxListed = 6;

/** Keys of several PEM blocks are counted together. */
function mergeKeys(parts: readonly PastedPart[]): readonly PastedPart[] {
  const keys = parts.filter((part) => part.kind === "keys");
  const [first] = keys;
  if (!first) return parts;
  const count = keys.reduce((sum, part) => sum + part.count, 0);
  return parts.flatMap((part) => {
    if (part.kind !== "keys") return part;
    return part === first ? { ...first, count } : [];
  });
}

/** Names the parts of a text, and counts parts of the same kind: "9 redirects with an ID token". */
export function countParts(parts: readonly PastedPart[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const part of mergeKeys(parts)) {
    const name = describePart(part);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const texts = [...counts].map(([name, count]) =>
    count === 1 ? name : `${count} ${toPlural(name)}`,
  );
  return texts.length <= maxListed
    ? texts
    : [...texts.slice(0, maxListed), `${texts.length - maxListed} more kinds`];
}

/** Turns "Redirect with an ID token" into "redirects with an ID token". */
function toPlural(name: string): string {
  if (name === "UserInfo’s claims") return "UserInfo responses";
  const [noun = "", ending = ""] = name.split(/(?= (?:with|of|that) )/);
  // The name of tokens that belong together.
  if (noun.includes(" and ")) return `sets of ${name}`;
  const start = /^[A-Z][a-z]/.test(noun) ? noun.charAt(0).toLowerCase() : noun.charAt(0);
  return `${start}${noun.slice(1)}s${ending.replace(/ of an? (.+)$/, " of $1s")}`;
}

/** Says in one line what was found, for screen readers. Empty for an empty text. */
export function summarizePasted({ parts, looksLike }: Pasted): string {
  const found = parts.length > 0 ? [`Found: ${countParts(parts).join(", ")}.`] : [];
  return [...found, ...(looksLike ? [unknownTexts[looksLike]] : [])].join(" ");
}

const origins = {
  fragment: "Redirect",
  query: "Redirect",
  token_response: "Token response",
  loose_tokens: "",
};

function describeResponse({ response, from, tokens }: PastedResponse): string {
  if (response.kind === "error") {
    return from === "token_response" ? "Error response" : "Redirect with an error";
  }
  if (response.kind === "unreadable") return "Redirect that can’t be parsed";
  if (isTokenRequest(response)) return "Token request";
  const isUnnamed = tokens.length === 1 && tokens[0]?.role === "unknown";
  const names = [
    response.idToken && (isUnnamed ? "token" : "ID token"),
    response.accessToken && "access token",
    response.code !== undefined && "code",
  ].filter((part) => typeof part === "string");
  const list = names.join(" and ");
  const origin = origins[from];
  return origin === ""
    ? list.charAt(0).toUpperCase() + list.slice(1)
    : `${origin} with ${joinArticles(names)}`;
}

function joinArticles(names: readonly string[]): string {
  return names.map((name) => (/^[aI]/.test(name) ? `an ${name}` : `a ${name}`)).join(" and ");
}

const repairNames: Record<Repair, string> = {
  quotes: "quotation marks",
  line_breaks: "line breaks",
  html_entities: "HTML entities",
  percent_encoding: "percent encoding",
  double_encoding: "double percent encoding",
  backslashes: "backslashes",
  carets: "carets",
  quoted_printable: "quoted-printable encoding",
  spaces: "spaces",
  hidden_characters: "hidden characters",
  base64_twice: "base64 around the text or the token",
  base64: "base64 instead of base64url",
};

/** @returns A sentence that lists the undone encodings and wrappings, or `undefined` if the text was intact. */
export function describeRepairs({ repairs, parts }: Pasted): string | undefined {
  const ofTokens = parts.flatMap((part) => listTokens(part).flatMap((token) => token.repairs));
  const all = new Set([...repairs, ...ofTokens]);
  if (all.has("double_encoding")) all.delete("percent_encoding");
  const names = [...all].map((repair) => repairNames[repair]);
  if (names.length === 0) return undefined;
  return `Fixed first: ${new Intl.ListFormat("en").format(names)}.`;
}

/** Describes a token's damage in a few words, to be shown after the token's name. */
export function describeDamageInShort({ damage }: DamagedJwt): string {
  if (damage.every(({ segment }) => segment === "signature")) {
    return damage.some(({ kind }) => kind === "missing")
      ? "has no signature"
      : "has a damaged signature";
  }
  return damage.some(({ kind }) => kind === "cut_off" || kind === "missing")
    ? isCutOff
    : "is damaged";
}

export const isCutOff = "is cut off";

/** Describes the damage of one part of a token, in a sentence. */
export function describeDamage({ segment, kind, offset, found }: Damage): string {
  const position = `character ${(offset + 1).toLocaleString("en")}`;
  switch (kind) {
    case "missing":
      return segment === "signature"
        ? "It has no signature: it was cut off, or never signed."
        : `Its ${segment} is missing: the token was cut off.`;
    case "cut_off":
      return found === ""
        ? `Its ${segment} is cut off after ${countOf(offset, "character")}.`
        : `Its ${segment} ends in “${found}” at ${position}: it was shortened for display, such as in a log.`;
    case "wrong_character":
      return `Its ${segment} has “${found}” at ${position}, which base64url does not have. ${guessCause(found)}`.trim();
    case "wrong_end":
      return `Its ${segment} can’t end in “${found}” at ${position}: the token was changed or cut.`;
    case "not_utf8":
      return `Its decoded ${segment} is not UTF-8 from ${position} on: the token was changed or cut.`;
    case "not_json":
      if (offset === 0)
        return `Its decoded ${segment} is not a JSON object: it begins with “${found}”.`;
      return `Its decoded ${segment} is not JSON at ${position}${found === "" ? "" : `, where it has “${found}”`}.`;
    default:
      return kind satisfies never;
  }
}

function guessCause(found: string): string {
  if (found === "+" || found === "/") return "It may be base64 instead of base64url.";
  if (found === "%") return "It looks percent-encoded.";
  if (found === "&") return "It may be an HTML entity, or the next parameter.";
  if (/\s/.test(found)) return "It may have been wrapped.";
  if (found === "…") return "It was shortened for display.";
  return "";
}
