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

/** Decodes percent escapes, as far as they are valid UTF-8. A plus sign stays. */
export function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** Decodes the backslashes of a JSON string inside a JSON string, of a log, or of a URL that a shell has quoted. */
export function decodeBackslashes(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(["\\/?&=#])|[nrt])/gi, (_escape, ...groups) => {
    const [code, character] = groups as readonly (string | undefined)[];
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return character ?? "\n";
  });
}

/** Windows’ command line has one before each `&`, `%` and quotation mark. */
export function removeCarets(text: string): string {
  return text.replaceAll("^", "");
}

/** In the source of an e-mail: RFC 2045 §6.7. */
export function decodeQuotedPrintable(text: string): string {
  if (!text.includes("=3D")) return text;
  return text
    .replace(/=\r?\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_escape, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Makes JSON of typographic quotation marks, and of a dictionary that Python has printed. */
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

// The look-behind: without it, each space in a long row of them would start an attempt to the end of the row.
const lineBreaks = /(?<![ \t])[ \t]*(?:[=\\^`]|["'][ \t]*\+?)?\r?\n[ \t>|]*(?!\w{2,20}:\/\/)["']?/g;

/**
 * Removes line breaks, and the white space and quotation marks around them. Quoted-printable has `=` before each, a
 * command line its own character. Keeps them before a URL.
 */
export function joinLines(text: string): string {
  return text.replace(lineBreaks, "");
}

/** Like `joinLines`, but keeps a line break before `name : ` and before another token. A dot before it is inside a token. */
export function joinLinesOfTokens(text: string): string {
  return text.replace(lineBreaks, (found, index: number) => {
    const end = index + found.length;
    const after = text.slice(end, end + 60);
    const isToken = /^ey[AJ]/.test(after) && text.charAt(index - 1) !== ".";
    return isToken || /^\w+[ \t]*: /.test(after) ? "\n" : "";
  });
}

/** Removes white space inside a token. Other texts stay as they are. */
export function joinToken(text: string): string {
  const joined = text.replace(/\s+/g, "");
  return /^ey[\w-]+(?:\.[\w-]*){1,4}$/.test(joined) ? joined : text;
}

/** Zero-width characters, soft hyphens, byte order marks, special spaces: they come along from web pages and chats. */
export function removeHidden(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u00a0\u2007\u202f]/g, " ");
}

/** Decodes a text that is base64 as a whole, or the tokens in it that are, such as in a Kubernetes secret. */
export function decodeOuterBase64(text: string): string {
  const packed = text.replace(/\s+/g, "");
  if (packed.length >= 40 && /^[\w+/-]+={0,2}$/.test(packed)) return decodeText(packed) ?? text;
  // What `eyJ` begins with in base64.
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
  // A pattern that is anchored at the end takes quadratic time.
  while (end > 0 && /[\s"'“”‘’`>)\],;]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[\s"'“”‘’`<([]+/, "");
}

/** Standard base64 uses other characters than base64url, and padding: RFC 4648 §4, §5. */
export function toBase64Url(text: string): string {
  return text
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}(?=\.|$)/g, "");
}
