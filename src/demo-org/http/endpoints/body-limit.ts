import type { Context, MiddlewareHandler } from "hono";
import { ApiError, findApiToken } from "../management/api-error.ts";
import { sendNotice } from "../pages/page.ts";
import type { Org } from "../state/org.ts";

const limits = { form: 64 * 1024, api: 1024 * 1024, orgFile: 120_000_000 } as const;

/**
 * Refuses a large body before reading it in full, and before the client is authenticated.
 * @see RFC 9110 §15.5.14 (413 Content Too Large)
 */
export function limitBody(org: Org): MiddlewareHandler {
  return async (c, next) => {
    const { raw, method } = c.req;
    if (method === "GET" || method === "HEAD") return next();
    const path = c.req.path.slice(org.basePath.length);
    const limit = chooseLimit(c, path, org);
    const length = raw.headers.get("Content-Length");
    if (length !== null && Number(length) > limit) return refuse(c, path, limit);
    // Node's parser reads no more than the stated length. Chunked bodies and requests in a service worker state none.
    if (length !== null) return next();

    const content = await bufferAtMost(raw, limit);
    if (!content) return refuse(c, path, limit);
    c.req.raw = new Request(raw.url, { method, headers: raw.headers, body: content });
    return next();
  };
}

function chooseLimit(c: Context, path: string, org: Org): number {
  const hasApiToken = findApiToken(c.req.header("Authorization")) === org.apiToken;
  if (path === "/demo/v1/configuration" && hasApiToken) return limits.orgFile;
  return isApi(path) ? limits.api : limits.form;
}

function isApi(path: string): boolean {
  return /^\/(api|demo)\//.test(path);
}

async function bufferAtMost(request: Request, limit: number): Promise<Blob | undefined> {
  // In Firefox, requests have no `body` stream.
  if (!request.body) {
    const content = await request.blob();
    return content.size <= limit ? content : undefined;
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { value } = await reader.read();
    if (!value) return new Blob(chunks);
    length += value.byteLength;
    if (length > limit) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(new Uint8Array(value));
  }
}

function refuse(c: Context, path: string, limit: number): Promise<Response> | Response {
  const sentence = `The request body is too large. The demo org accepts at most ${limit} bytes here.`;
  c.header("Connection", "close");
  if (isApi(path)) throw new ApiError(413, "E0000003", sentence);
  if (/\/v1\/(authorize|logout)$/.test(path) || !path.startsWith("/oauth2/"))
    return sendNotice(c, { heading: "Request too large", sentences: [sentence], status: 413 });
  c.header("Cache-Control", "no-store");
  return c.json({ error: "invalid_request", error_description: sentence }, 413);
}
