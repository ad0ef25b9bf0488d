import { isAllowedUrl } from "./allowed-orgs.ts";
import { type ClaimsSet, parseClaimsSet } from "./claims-set.ts";

export type FetchOptions = {
  fetch: typeof fetch;
  signal?: AbortSignal;
  /** The time limit for the response, including its whole body. */
  timeoutMs?: number;
};

type TextResponse = {
  kind: "answered";
  status: number;
  headers: Headers;
  /** `undefined` if the body is not UTF-8. */
  text: string | undefined;
};

export type JsonResponse = Omit<TextResponse, "text"> & {
  /** `undefined` if the body is not a JSON object in UTF-8. */
  body: ClaimsSet | undefined;
};

/** `failed`: unknown host, no network, no CORS headers or a redirect. Browsers don't tell a page which of these. */
export type Unreachable = {
  kind: "unreachable";
  because: "failed" | "timed_out" | "too_large" | "not_allowed";
};

const defaultTimeoutMs = 10_000;
const maxBodyBytes = 1_000_000;

type Init = Pick<RequestInit, "method" | "body" | "headers" | "cache">;

/** Fetches JSON. Ignores the content type, because an HTML page does not parse as JSON. Never throws. */
export async function fetchJson(
  url: string,
  options: FetchOptions,
  init?: Init,
): Promise<JsonResponse | Unreachable> {
  const response = await fetchText(url, options, init);
  if (response.kind === "unreachable") return response;
  const { text, ...rest } = response;
  return { ...rest, body: text === undefined ? undefined : parseClaimsSet(text) };
}

/** Fetches a text of at most a megabyte, without cookies, referrer or redirects. Never throws. */
export async function fetchText(
  url: string,
  { fetch, signal, timeoutMs = defaultTimeoutMs }: FetchOptions,
  init: Init = {},
): Promise<TextResponse | Unreachable> {
  if (!isAllowedUrl(url)) return { kind: "unreachable", because: "not_allowed" };
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      credentials: "omit",
      // A redirect could send the request's access token or code to an unknown host.
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const bytes = await loadBody(response);
    if (!bytes) return { kind: "unreachable", because: "too_large" };
    const { status, headers } = response;
    return { kind: "answered", status, headers, text: decodeBody(bytes) };
  } catch {
    return { kind: "unreachable", because: timeout.aborted ? "timed_out" : "failed" };
  }
}

/** @returns `undefined` if the body is too large. Then the rest of the body is not downloaded. */
async function loadBody({ body }: Response): Promise<readonly Uint8Array[] | undefined> {
  const chunks: Uint8Array[] = [];
  if (!body) return chunks;
  const reader = body.getReader();
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    size += value.length;
    if (size > maxBodyBytes) {
      // Not awaited: the server decides when a cancelled download ends.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
  return chunks;
}

function decodeBody(chunks: readonly Uint8Array[]): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
    return texts.join("") + decoder.decode();
  } catch {
    return undefined;
  }
}
