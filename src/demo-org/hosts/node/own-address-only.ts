type Handler = (request: Request) => Promise<Response>;

/**
 * Lets through only what was addressed to the org by its own name.
 *
 * A hostile page can make its own domain resolve to this machine (DNS rebinding) and would then be same-origin with
 * whatever answers; the browser still says, in Host, which name it was asked for.
 *
 * @param origin The one origin that is answered: `http://localhost:8080`.
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
