type Handler = (request: Request) => Promise<Response>;

/**
 * Refuses requests with another Host than the org's own.
 *
 * A hostile page can make its domain resolve to this machine (DNS rebinding), and would then be same-origin with the
 * org. The browser still sends the page's domain in Host.
 *
 * @param origin The org's origin: `http://localhost:8080`.
 * @see RFC 9110 §7.4 and §15.5.20 (421 Misdirected Request)
 */
export function ownAddressOnly(origin: string, handler: Handler): Handler {
  return async (request) => {
    if (new URL(request.url).origin === origin) return handler(request);
    return new Response(`Use ${origin}: the demo org only accepts requests to this address.\n`, {
      status: 421,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Content-Type-Options": "nosniff",
      },
    });
  };
}
