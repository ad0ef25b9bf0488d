import { splitVisible } from "../../../oidc/visible-text.ts";

/** A string, a structural character, a number or a literal. The loop for strings is unrolled to avoid backtracking. */
const jsonTokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/**
 * Indents well-formed JSON. Unlike `JSON.stringify(JSON.parse(text))`, it keeps numbers, escapes, order and duplicates.
 *
 * @param depth The indentation level of the text. The first line is not indented.
 */
export function indentJson(text: string, depth = 0): string {
  let indented = "";
  let level = depth;
  let previous = "";
  // Not `matchAll`: with 20,000 groups that takes three times as long.
  for (const token of text.match(jsonTokens) ?? []) {
    const isAfterOpening = previous === "{" || previous === "[";
    const isClosing = token === "}" || token === "]";
    if (isClosing) level--;
    if (isClosing ? !isAfterOpening : isAfterOpening || previous === ",") {
      indented += `\n${"  ".repeat(level)}`;
    }
    if (previous === ":") indented += " ";
    if (token === "{" || token === "[") level++;
    indented += token;
    previous = token;
  }
  return indented;
}

/** Adds a space after each comma and colon of JSON on one line. */
export function inlineJson(text: string): string {
  return Array.from(text.matchAll(jsonTokens), ([token]) =>
    token === "," || token === ":" ? `${token} ` : token,
  ).join("");
}

/** Escapes the hidden characters in indented JSON. Keeps line feeds, which are outside of strings. */
export function escapeHidden(json: string): string {
  if (plainText.test(json)) return json;
  return json.split("\n").map(escapeLine).join("\n");
}

/** Most JSON is printable ASCII, which has nothing to escape. This test takes a tenth of the time. */
const plainText = /^[\n -~]*$/;

function escapeLine(line: string): string {
  return splitVisible(line)
    .map((part) => (part.kind === "text" ? part.text : escapeCodePoint(part.codePoint)))
    .join("");
}

function escapeCodePoint(codePoint: string): string {
  const character = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  const units = character.split("").map((unit) => unit.charCodeAt(0).toString(16));
  return units.map((unit) => `\\u${unit.padStart(4, "0")}`).join("");
}
