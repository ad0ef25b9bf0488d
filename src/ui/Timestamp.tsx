type TimestampProps = {
  /** NumericDate: seconds since the epoch (RFC 7519 §2). */
  seconds: number;
  /** The same, of the present moment. */
  nowSeconds: number;
};

const units = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Dates outside this range cannot be shown (ECMA-262 §21.4.1.1). */
const furthestSeconds = 8.64e12;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A moment as people say it, near and exact: "in 59 minutes · 20 Nov 2026, 14:03:11".
 *
 * Without `Intl`, whose formatters are the slowest thing on a page that is about to show an answer: the first of each
 * kind costs a slow machine 50 ms.
 */
export function Timestamp({ seconds, nowSeconds }: TimestampProps) {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > furthestSeconds) {
    return <span>outside the range of dates</span>;
  }
  const moment = new Date(seconds * 1000);
  return (
    <time dateTime={moment.toISOString()}>
      {sayRelative(seconds - nowSeconds)} · {sayAbsolute(moment)}
    </time>
  );
}

function sayRelative(differenceSeconds: number): string {
  const distance = Math.abs(differenceSeconds);
  const [unit, length] = units.find(([, unitSeconds]) => distance >= unitSeconds) ?? ["second", 1];
  const count = Math.floor(distance / length);
  if (count === 0) return "now";
  const amount = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return differenceSeconds < 0 ? `${amount} ago` : `in ${amount}`;
}

/** In the reader's own time zone. */
function sayAbsolute(moment: Date): string {
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return `${moment.getDate()} ${months[moment.getMonth()]} ${moment.getFullYear()}, ${time}`;
}
