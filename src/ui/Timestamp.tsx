import { describeTime } from "./describe-time.ts";

/** A NumericDate (RFC 7519 §2) as a person reads it: "8 s ago · 20 Nov 2026, 14:03 UTC". */
export function Timestamp({ seconds, nowSeconds }: { seconds: number; nowSeconds: number }) {
  const time = describeTime(seconds, nowSeconds);
  if (!time) return <span>outside the range of dates</span>;
  return (
    <time dateTime={time.iso}>
      {time.relative} · {time.absolute}
    </time>
  );
}
