import { type JsonValue, writeJson } from "./json.ts";
import { splitVisible } from "./visible-text.ts";

const maxLength = 200;

/** Quotes a value as JSON, so that the value can't imitate the sentence around it. Escapes hidden characters. */
export function quoteValue(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  const text = writeJson(value);
  // The slice may cut a character in half. The replacement removes that half.
  const shown =
    text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/\p{Cs}$/u, "")}…`;
  return splitVisible(shown)
    .map((part) => (part.kind === "text" ? part.text : escapeCodePoint(part.codePoint)))
    .join("");
}

function escapeCodePoint(codePoint: string): string {
  const digits = codePoint.slice(2).toLowerCase();
  return digits.length === 4 ? `\\u${digits}` : `\\u{${digits}}`;
}
