export type ResponseText = { text: string; returnedIn: "fragment" | "query" };

/** A fragment or query is a response if it has one of these. Others, such as `#section`, belong to the page. */
const responseParameters = ["id_token", "access_token", "code", "error"];

/** What a router, or a redirect URI with a route, puts before a response: `/callback#`, `/callback?`, or only `/`. */
export const routerPath = /^!?\/(?:[^?#&=]*[?#&/])?/;

/** The fragment, else the query, maybe after a router's path. @see OpenID Connect Core 1.0 §3.2.2.5; RFC 6749 §4.1.2 */
export function findResponse(address: { hash: string; search: string }): ResponseText | undefined {
  const fragment = address.hash.replace(/^#/, "");
  if (hasResponse(fragment)) return { text: fragment, returnedIn: "fragment" };
  const query = address.search.replace(/^\?/, "");
  if (hasResponse(query)) return { text: query, returnedIn: "query" };
  return undefined;
}

function hasResponse(text: string): boolean {
  const parameters = new URLSearchParams(text.replace(routerPath, ""));
  return responseParameters.some((name) => parameters.has(name));
}
