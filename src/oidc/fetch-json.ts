import { type JsonObject, parseJsonObject } from "./json.ts";

export type Reach = {
  fetch: typeof fetch;
  signal?: AbortSignal;
  timeoutMs?: number;
};

/** An answer, of whatever status. */
export type JsonAnswer = {
  kind: "answered";
  status: number;
  headers: Headers;
  /** `undefined` where the body is no JSON object. */
  body: JsonObject | undefined;
};

/** No answer that a page may read: no such host, no network, no CORS headers, or too slow. A page cannot tell which. */
export type Unreachable = { kind: "unreachable"; because: "failed" | "timed_out" };

const defaultTimeoutMs = 10_000;

/**
 * Fetches a JSON object, without cookies and without saying where from.
 *
 * The content type is not looked at: what parses is JSON, and a page of HTML does not.
 */
export async function fetchJson(
  url: string,
  { fetch, signal, timeoutMs = defaultTimeoutMs }: Reach,
  init: Pick<RequestInit, "headers" | "cache" | "redirect"> = {},
): Promise<JsonAnswer | Unreachable> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const body = parseJsonObject(await response.text());
    return { kind: "answered", status: response.status, headers: response.headers, body };
  } catch {
    return { kind: "unreachable", because: timeout.aborted ? "timed_out" : "failed" };
  }
}
