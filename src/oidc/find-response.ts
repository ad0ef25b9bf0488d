export type ResponseText = { text: string; returnedIn: "fragment" | "query" };

/** The prefix that a router, or a redirect URI with a route, puts before a response: `/callback#`, `callback?`, `/` or `?`. */
export const routerPath = /^[^&=]*[?#!/]/;

/**
 * Finds an authorization response in the fragment, else in the query, also after a router's path. Includes damaged
 * responses with a token, because a token must not stay in the address.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.5; RFC 6749 §4.1.2
 */
export function findResponse({
  hash,
  search,
}: Record<"hash" | "search", string>): ResponseText | undefined {
  const find = (part: string, returnedIn: ResponseText["returnedIn"]) => {
    const text = part.slice(1);
    return hasResponse(text) ? { text, returnedIn } : undefined;
  };
  return find(hash, "fragment") ?? find(search, "query");
}

/** False for the page's own fragments, such as `#section`. Also finds a token after `&amp;`, or with an escaped `=`. */
export function hasResponse(text: string): boolean {
  return /(^|&)(code|error)=|_(token|secret)(=|%3D)/.test(
    `${new URLSearchParams(text.replace(routerPath, ""))}`,
  );
}
