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

/** A moment as people say it, near and exact: "in 59 minutes · 20 Nov 2026, 14:03:11". */
export function Timestamp({ seconds, nowSeconds }: TimestampProps) {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > furthestSeconds) {
    return <span>outside the range of dates</span>;
  }
  const moment = new Date(seconds * 1000);
  return (
    <time dateTime={moment.toISOString()}>
      {sayRelative(seconds - nowSeconds)} · {moment.toLocaleString("en-GB", absolute)}
    </time>
  );
}

const absolute = { dateStyle: "medium", timeStyle: "medium" } as const;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function sayRelative(differenceSeconds: number): string {
  const distance = Math.abs(differenceSeconds);
  const [unit, length] = units.find(([, unitSeconds]) => distance >= unitSeconds) ?? ["second", 1];
  return relative.format(Math.round(differenceSeconds / length), unit);
}
