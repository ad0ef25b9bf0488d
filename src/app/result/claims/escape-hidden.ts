import { splitVisible } from "../../../oidc/visible-text.ts";

/**
 * Writes the hidden characters of JSON text as escapes, which mean the same.
 *
 * @param json Indented JSON: its line feeds are outside of strings, and stay.
 */
export function escapeHidden(json: string): string {
  return json.split("\n").map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  return splitVisible(line)
    .map((part) => (part.kind === "text" ? part.text : escapeCodePoint(part.codePoint)))
    .join("");
}

function escapeCodePoint(codePoint: string): string {
  const character = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, "0");
    return `\\u${unit}`;
  }).join("");
}
