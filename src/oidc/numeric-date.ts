import type { JsonValue } from "./json.ts";

/** Parses seconds since 1970, possibly with a fraction, within the range of `Date`. @see RFC 7519 §2 */
export function parseNumericDate(value: JsonValue | undefined): number | undefined {
  return typeof value === "number" && Math.abs(value) <= 8.64e12 ? value : undefined;
}

export function isInMilliseconds(value: JsonValue | undefined): boolean {
  return typeof value === "number" && value >= 1e11 && value <= 8.64e15;
}

/**
 * Formats a NumericDate: `21 Nov 2026, 01:10 UTC`.
 *
 * @see ECMA-262 §21.4.4.43, the format of `toUTCString`
 */
export function formatDate(numericDate: number): string {
  const [, day, month, year, time] = new Date(numericDate * 1000).toUTCString().split(" ");
  return `${Number(day)} ${month} ${year}, ${time?.slice(0, 5)} UTC`;
}

/** Formats a NumericDate without the date on the same UTC day as `nowSeconds`: `14:03 UTC`. */
export function formatTime(numericDate: number, nowSeconds: number): string {
  const date = formatDate(numericDate);
  const [day, time = ""] = date.split(", ");
  return formatDate(nowSeconds).startsWith(`${day},`) ? time : date;
}

/** Formats a NumericDate with its prepositions: `at 14:03 UTC`, or `on 21 Nov 2026 at 01:10 UTC`. */
export function formatMoment(numericDate: number, nowSeconds: number): string {
  const [dayOrTime, time] = formatTime(numericDate, nowSeconds).split(", ");
  return time === undefined ? `at ${dayOrTime}` : `on ${dayOrTime} at ${time}`;
}

/**
 * Formats a duration without its sign in two units, such as `2 h 5 min` or `1 day 8 h`. Formats two days or more in
 * days alone: `318 days`.
 */
export function formatDuration(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const days = Math.floor(total / 86_400);
  const counts = [
    [days, days === 1 ? "day" : "days"],
    [Math.floor(total / 3_600) % 24, "h"],
    [Math.floor(total / 60) % 60, "min"],
    [total % 60, "s"],
  ] as const;
  if (days > 1) return `${days} days`;
  const largest = counts.findIndex(([count]) => count > 0);
  if (largest === -1) return "0 s";
  return counts
    .slice(largest, largest + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
