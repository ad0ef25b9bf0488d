import * as v from "valibot";
import { wholeNumber } from "../../model/whole-number.ts";

const longestDelayMs = 30_000;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024, "Must be at most 1024 characters"));

const fields = {
  /** Relative to the org's URL. `*` matches any characters except a slash. Also matches paths below this path. */
  path: v.pipe(
    v.string(),
    v.regex(/^\//, "Must start with a slash, for example /oauth2/v1/userinfo"),
    v.maxLength(200, "Must be at most 200 characters"),
    v.check((path) => !isOwnApi(path), "Can't be a path under /demo/v1"),
  ),
  delayMs: v.exactOptional(
    wholeNumber(
      0,
      longestDelayMs,
      `Must be a whole number of milliseconds from 0 to ${longestDelayMs}`,
    ),
  ),
  status: v.exactOptional(wholeNumber(400, 599, "Must be a status from 400 to 599")),
  body: v.exactOptional(v.record(v.string(), v.unknown())),
  error: v.exactOptional(text),
  errorDescription: v.exactOptional(text),
};

export const faultSchema = v.object({ ...fields, id: v.string(), times: v.number() });

export const faultBodySchema = v.pipe(
  v.strictObject({
    ...fields,
    times: v.optional(wholeNumber(1, 10_000, "Must be a whole number from 1 to 10000"), 1),
  }),
  v.check(
    ({ delayMs, status, error }) => [delayMs, status, error].some((it) => it !== undefined),
    "Send delayMs, status or error",
  ),
  v.check(
    ({ body, status }) => body === undefined || status !== undefined,
    "body also needs status",
  ),
  v.check(
    ({ error, errorDescription }) => errorDescription === undefined || error !== undefined,
    "errorDescription also needs error",
  ),
);

export type Fault = v.InferOutput<typeof faultSchema>;

/** Never empty, because Okta's SDK ignores an error without a description. @see okta-auth-js, `handleOAuthResponse` */
export function describeError({ errorDescription }: Fault): string {
  return errorDescription ?? "This error was requested with /demo/v1/faults.";
}

export function isFaultFor(fault: Fault, path: string): boolean {
  if (isOwnApi(path)) return false;
  const patterns = fault.path.replace(/\/$/, "").split("/");
  const segments = path.split("/");
  return patterns.every((pattern, index) => matchesSegment(pattern, segments[index]));
}

function isOwnApi(path: string): boolean {
  return /^\/demo\/v1(\/|$)/.test(path);
}

/** Matches the parts between stars from left to right, without backtracking. */
function matchesSegment(pattern: string, segment: string | undefined): boolean {
  if (segment === undefined) return false;
  const [start = "", ...others] = pattern.split("*");
  const end = others.pop();
  if (end === undefined) return segment === start;
  if (segment.length < start.length + end.length) return false;
  if (!segment.startsWith(start) || !segment.endsWith(end)) return false;
  let rest = segment.slice(start.length, segment.length - end.length);
  for (const part of others) {
    const place = rest.indexOf(part);
    if (place === -1) return false;
    rest = rest.slice(place + part.length);
  }
  return true;
}
