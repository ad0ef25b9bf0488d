type Handler = (request: Request) => Promise<Response>;

/**
 * Protects from DNS rebinding: a hostile page can make its domain resolve to this machine, but the browser sends that
 * domain in Host. Ignores the scheme, because a proxy may terminate TLS.
 * @see RFC 9110 §7.4 and §15.5.20 (421 Misdirected Request)
 */
export function ownAddressesOnly(urls: readonly [string, ...string[]], handler: Handler): Handler {
  return async (request) => {
    const { host } = new URL(request.url);
    if (urls.some((url) => isHostOf(host, url))) return handler(request);
    return new Response(
      `Use ${urls[0]}: the demo org only accepts requests to this address. To use another, start it with --issuer.\n`,
      {
        status: 421,
        headers: {
          "Content-Type": "text/plain; charset=utf-8",
          "X-Content-Type-Options": "nosniff",
        },
      },
    );
  };
}

/** Parses the host with the URL's scheme, so that the scheme's default port can be stated or left out. */
function isHostOf(host: string, url: string): boolean {
  const own = new URL(url);
  return new URL(`${own.protocol}//${host}`).host === own.host;
}
