type Handler = (request: Request) => Promise<Response>;

/** In bytes: room for the longest file that the org imports. */
const longest = 120_000_000;

/**
 * Lets through only what is short enough to be held in memory, before any of it is read: any page that a browser on
 * this machine has open may post here.
 *
 * @see RFC 9110 §15.5.14 (413 Content Too Large)
 */
export function boundedBody(handler: Handler): Handler {
  return async (request) => {
    if (Number(request.headers.get("Content-Length")) <= longest) return handler(request);
    return new Response(`The demo org reads at most ${longest} bytes.\n`, {
      status: 413,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  };
}
