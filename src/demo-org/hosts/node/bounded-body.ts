type Handler = (request: Request) => Promise<Response>;

/** In bytes. */
const longestBodies = {
  /** Room for the longest file that the org imports. */
  api: 120_000_000,
  /** Room for any form, of which some are kept for a while. */
  other: 1_000_000,
};

/**
 * Lets through only what is short enough to be held in memory: any page that a browser on this machine has open may
 * post here. What says how long it is, is refused before any of it is read; what comes in chunks, as soon as there is
 * too much of it.
 *
 * @see RFC 9110 §15.5.14 (413 Content Too Large); RFC 9112 §7.1 (chunked transfer coding)
 */
export function boundedBody(handler: Handler, limits = longestBodies): Handler {
  return async (request) => {
    const { method, headers, url } = request;
    if (method === "GET" || method === "HEAD") return handler(request);
    const longest = /^\/(?:api|demo)\//.test(new URL(url).pathname) ? limits.api : limits.other;
    const length = headers.get("Content-Length");
    if (length !== null) return Number(length) <= longest ? handler(request) : refuse(longest);
    if (!request.body) return handler(request);

    const body = await readUpTo(request.body, longest);
    return body ? handler(new Request(url, { method, headers, body })) : refuse(longest);
  };
}

/** @returns undefined where there is more. */
async function readUpTo(
  stream: ReadableStream<Uint8Array>,
  longest: number,
): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { value } = await reader.read();
    if (!value) return new Blob(chunks);
    length += value.byteLength;
    if (length > longest) return undefined;
    chunks.push(new Uint8Array(value));
  }
}

function refuse(longest: number): Response {
  return new Response(
    `The request body is too large. The demo org accepts at most ${longest} bytes here.\n`,
    {
      status: 413,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    },
  );
}
