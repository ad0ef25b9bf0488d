import { decodeToBinary } from "../../oidc/jwt.ts";

/** Encodings and wrapping removed from a pasted text. */
export type Repair =
  | "quotes"
  | "line_breaks"
  | "html_entities"
  | "percent_encoding"
  | "double_encoding"
  | "backslashes"
  | "carets"
  | "quoted_printable"
  | "spaces"
  | "hidden_characters"
  | "base64_twice"
  | "base64";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
};

/** Replaces the HTML entities that URLs and JSON get in a page's source: HTML Standard §13.5. */
export function decodeHtmlEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (entity, ...groups) => {
    const [decimal, hex, name] = groups as readonly (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? entity;
    const code = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** Decodes percent escapes that are valid UTF-8. Keeps plus signs. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** Decodes backslash escapes, as in nested JSON strings, logs, and URLs that were quoted for a shell. */
export function decodeBackslashes(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(["\\/?&=#])|[nrt])/gi, (_escape, ...groups) => {
    const [code, character] = groups as readonly (string | undefined)[];
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return character ?? "\n";
  });
}

/** On Windows’ command line, a caret escapes each `&`, `%` and quotation mark. */
export function removeCarets(text: string): string {
  return text.replaceAll("^", "");
}

/** Decodes the encoding of e-mail sources: RFC 2045 §6.7. */
export function decodeQuotedPrintable(text: string): string {
  if (!text.includes("=3D")) return text;
  return text
    .replace(/=\r?\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_escape, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Replaces typographic quotation marks, and converts a dictionary that Python printed to JSON. */
export function straightenQuotes(text: string): string {
  const straight = text.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
  if (!/\{\s*'/.test(straight)) return straight;
  return straight
    .replaceAll("'", '"')
    .replace(/(?<=[:,[] ?)(?:True|False|None)\b/g, (word) => pythonValues[word] ?? word);
}

const pythonValues: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
};

// Without the look-behind, each space in a long row of spaces would start an attempt to the end of the row.
const lineBreaks = /(?<![ \t])[ \t]*(?:[=\\^`]|["'][ \t]*\+?)?\r?\n[ \t>|]*(?!\w{2,20}:\/\/)["']?/g;

/**
 * Removes line breaks, and the white space, quotation marks and continuation characters around them. Keeps line breaks
 * before a URL.
 */
export function joinLines(text: string): string {
  return text.replace(lineBreaks, "");
}

/** Like `joinLines`, but keeps a line break before `name : ` and before another token. After a dot, a token goes on. */
export function joinLinesOfTokens(text: string): string {
  return text.replace(lineBreaks, (found, index: number) => {
    const end = index + found.length;
    const after = text.slice(end, end + 60);
    const isToken = /^ey[AJ]/.test(after) && text.charAt(index - 1) !== ".";
    return isToken || /^\w+[ \t]*: /.test(after) ? "\n" : "";
  });
}

/** Removes white space if the text is a single token. */
export function joinToken(text: string): string {
  const joined = text.replace(/\s+/g, "");
  return /^ey[\w-]+(?:\.[\w-]*){1,4}$/.test(joined) ? joined : text;
}

/**
 * Removes zero-width characters, soft hyphens and byte order marks, and replaces special spaces. Text copied from web
 * pages and chats can have them.
 */
export function removeHidden(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2007\u202f]/g, " ");
}

/** Decodes a text that is base64 as a whole, or base64 of tokens inside a text, such as a Kubernetes secret. */
export function decodeOuterBase64(text: string): string {
  const packed = text.replace(/\s+/g, "");
  if (packed.length >= 40 && /^[\w+/-]+={0,2}$/.test(packed)) return decodeText(packed) ?? text;
  // `ZXlK` is `eyJ` in base64.
  return text.replace(/\bZXlK[\w+/-]{40,}={0,2}/g, (encoded) => decodeText(encoded) ?? encoded);
}

function decodeText(encoded: string): string | undefined {
  try {
    const decoded = decodeToBinary(encoded);
    return /^[\s\x20-\x7e]+$/.test(decoded) && decoded.includes("ey") ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Removes quotation marks, angle brackets and commas around a text. */
export function removeQuotes(text: string): string {
  let end = text.length;
  // A loop, because a pattern that is anchored at the end takes quadratic time.
  while (end > 0 && /[\s"'“”‘’`>)\],;]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[\s"'“”‘’`<([]+/, "");
}

/** Unlike base64url, standard base64 has `+`, `/` and padding: RFC 4648 §4, §5. */
export function toBase64Url(text: string): string {
  return text
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}(?=\.|$)/g, "");
}
