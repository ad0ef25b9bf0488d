export type ResponseText = { text: string; returnedIn: "fragment" | "query" };

/** What a router, or a redirect URI with a route, puts before a response: `/callback#`, `callback?`, `/` or `?`. */
export const routerPath = /^[^&=]*[?#!/]/;

/**
 * The fragment, else the query, maybe after a router's path. Also a damaged one that has a token, which must not stay in
 * the address. @see OpenID Connect Core 1.0 §3.2.2.5; RFC 6749 §4.1.2
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

/** Others, such as `#section`, belong to the page. A token's name may follow `&amp;`, and its `=` may be escaped. */
export function hasResponse(text: string): boolean {
  return /(^|&)(code|error)=|_(token|secret)(=|%3D)/.test(
    `${new URLSearchParams(text.replace(routerPath, ""))}`,
  );
}
