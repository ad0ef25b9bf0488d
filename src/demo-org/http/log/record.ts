import type { Context } from "hono";
import { memoizeByObject, memoizeLatest } from "../../memoize.ts";
import { createRandomId } from "../../random-id.ts";
import type { LogEvent } from "../state/event-log.ts";
import type { Org } from "../state/org.ts";

type Occurrence = Omit<
  LogEvent,
  "uuid" | "publishedAt" | "transactionId" | "userAgent" | "targets" | "debugData"
> & {
  readonly targets?: LogEvent["targets"];
  readonly debugData?: Readonly<Record<string, string | undefined>>;
};

const describeTransaction = memoizeByObject((c: Context) => ({
  transactionId: createRandomId(),
  userAgent: parseUserAgent(c.req.header("User-Agent")),
}));

const longestValue = 1024;

/** Adds an event to the System Log. The response doesn't wait for this, and succeeds even if logging fails. */
export function record(c: Context, org: Org, occurrence: Occurrence): void {
  org.systemLog.add({
    targets: [],
    ...occurrence,
    ...describeTransaction(c),
    uuid: crypto.randomUUID(),
    publishedAt: org.clock(),
    debugData: dropUndefined({
      requestUri: c.req.path.slice(org.basePath.length),
      ...occurrence.debugData,
    }),
  });
}

function dropUndefined(data: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(data))
    if (value !== undefined) known[name] = value.slice(0, longestValue);
  return known;
}

type Signs = readonly (readonly [sign: RegExp, name: string])[];

/** A browser's User-Agent contains several browser names, so the first match in this list counts. */
const browsers: Signs = [
  [/\bEdg(e|A|iOS)?\//, "EDGE"],
  [/\bFirefox\//, "FIREFOX"],
  [/\bChrome\//, "CHROME"],
  [/\bSafari\//, "SAFARI"],
];

const systems: Signs = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac OS X"],
  [/\bLinux\b/, "Linux"],
];

function parseUserAgent(header: string | undefined): LogEvent["userAgent"] {
  return header === undefined ? null : parseKnown(header);
}

const parseKnown = memoizeLatest((header) => {
  const rawUserAgent = header.slice(0, 500);
  return {
    rawUserAgent,
    os: findName(systems, rawUserAgent) ?? "Unknown",
    browser: findName(browsers, rawUserAgent) ?? "UNKNOWN",
  };
}, 20);

function findName(table: Signs, text: string): string | undefined {
  return table.find(([sign]) => sign.test(text))?.[1];
}
