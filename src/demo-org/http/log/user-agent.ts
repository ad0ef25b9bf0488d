import { memoizeLatest } from "../../memoize.ts";
import type { LogEvent } from "../state/log-event.ts";

/** Browsers send several names. The first match in this list counts. */
const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, "EDGE"],
  [/\bFirefox\//, "FIREFOX"],
  [/\bChrome\//, "CHROME"],
  [/\bSafari\//, "SAFARI"],
];

const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac OS X"],
  [/\bLinux\b/, "Linux"],
];

/** @param header The `User-Agent` header. */
export function parseUserAgent(header: string | undefined): LogEvent["userAgent"] {
  return header === undefined ? null : describe(header);
}

/** Memoized, so that all events of a browser share it. */
const describe = memoizeLatest((header) => {
  const rawUserAgent = header.slice(0, 500);
  return {
    rawUserAgent,
    os: find(systems, rawUserAgent) ?? "Unknown",
    browser: find(browsers, rawUserAgent) ?? "UNKNOWN",
  };
}, 20);

function find(
  table: readonly (readonly [sign: RegExp, name: string])[],
  text: string,
): string | undefined {
  return table.find(([sign]) => sign.test(text))?.[1];
}
