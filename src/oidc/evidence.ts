import type { JsonValue } from "./json.ts";

const longestQuote = 200;

/** Characters that change the direction of the text around them: Unicode Standard Annex #9, explicit formatting. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Quotes a value out of a token inside a sentence, as JSON: so nothing in it can pass for the sentence, or turn it
 * around. What is too long to read is cut.
 */
export function quoteValue(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  const shown = text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`;
  return shown.replace(
    directionMarks,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads a NumericDate: seconds since 1970, not necessarily whole, within what a calendar can show (RFC 7519 §2). */
export function readNumericDate(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" && Math.abs(value) <= 8.64e12 ? value : undefined;
}

/** A NumericDate for people, such as `2026-11-21 01:10:00 UTC`. */
export function tellTime(numericDate: number): string {
  return new Date(numericDate * 1000)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}

/** A span of time for people, in the two units that matter: `2 h 5 min`. */
export function tellDuration(seconds: number): string {
  const units: readonly (readonly [name: string, seconds: number])[] = [
    ["d", 86_400],
    ["h", 3_600],
    ["min", 60],
    ["s", 1],
  ];
  let rest = Math.round(Math.abs(seconds));
  const parts = units.flatMap(([name, length]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return parts.slice(0, 2).join(" ") || "0 s";
}
