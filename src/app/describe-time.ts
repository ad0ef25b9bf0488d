import { formatDate } from "../oidc/numeric-date.ts";

const units = [
  { seconds: 31_557_600, one: "year", many: "years" },
  { seconds: 2_629_800, one: "month", many: "months" },
  { seconds: 86_400, one: "day", many: "days" },
  { seconds: 3_600, one: "h", many: "h" },
  { seconds: 60, one: "min", many: "min" },
  { seconds: 1, one: "s", many: "s" },
] as const;

/** The furthest time from 1970 that a JavaScript `Date` can hold (ECMA-262 §21.4.1.1). */
const furthestSeconds = 8.64e12;

/** Larger numbers are taken for milliseconds: 1e11 s is the year 5138, and 1e11 ms is in 1973. */
const leastMilliseconds = 1e11;

type DescribedTime = {
  /** "in 59 min", "3 days ago" */
  relative: string;
  /** "28 Nov 2026, 14:51 UTC" */
  absolute: string;
  iso: string;
  isPast: boolean;
};

/**
 * Describes a time without `Intl`, whose first formatter takes a slow computer 50 ms.
 *
 * @returns `undefined` for a time that is not a valid date.
 */
export function describeTime(seconds: number, nowSeconds: number): DescribedTime | undefined {
  if (!(Math.abs(seconds) <= furthestSeconds)) return undefined;
  return {
    relative: describeDistance(seconds - nowSeconds),
    absolute: formatDate(seconds),
    iso: new Date(seconds * 1000).toISOString(),
    isPast: seconds <= nowSeconds,
  };
}

/** True for a number that is a plausible time in milliseconds and not in seconds. */
export function looksLikeMilliseconds(value: number): boolean {
  return value >= leastMilliseconds && value < leastMilliseconds * 100;
}

function describeDistance(differenceSeconds: number): string {
  const distance = Math.abs(differenceSeconds);
  const unit = units.find(({ seconds }) => distance >= seconds);
  // A token that was issued just now may be a second ahead of this computer's clock.
  if (!unit || distance <= 1) return "now";
  const count = Math.floor(distance / unit.seconds);
  const amount = `${count} ${count === 1 ? unit.one : unit.many}`;
  return differenceSeconds < 0 ? `${amount} ago` : `in ${amount}`;
}
