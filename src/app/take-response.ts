import { findResponse, hasResponse, type ResponseText, routerPath } from "../oidc/find-response.ts";

export type AddressBar = {
  readonly location: { readonly pathname: string; readonly hash: string; readonly search: string };
  readonly history: { [Change in "pushState" | "replaceState"]: ChangeAddress };
};

type ChangeAddress = (state: null, unused: string, url: string) => void;

/**
 * Takes a response out of the address bar, so that no address, history entry or copied link holds a token.
 *
 * @returns `undefined` without a response; the address then stays as it is.
 */
export function takeResponse({ location, history }: AddressBar): ResponseText | undefined {
  const response = findResponse(location);
  const query = location.search.slice(1);
  const kept = hasResponse(query) ? withoutResponse(query) : query;
  if (response) changeAddress(history, location.pathname + (kept && `?${kept}`), "replaceState");
  return response;
}

/**
 * Removes the parameters of an authorization response and of a token response from a query, and a router's path. The rest
 * stays exactly as it is.
 *
 * @see OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5; RFC 6749 §4.1.2, §5.1; RFC 9207 §2
 */
function withoutResponse(query: string): string {
  const isKept = (pair: string) =>
    !/^(code|error\w*|expires_in|iss|scope|\w*state|token_type)=|_(token|secret)(=|%3D)/.test(
      `${new URLSearchParams(pair)}`,
    );
  return query.replace(routerPath, "").split("&").filter(isKept).join("&");
}

/** Changes the address of the current history entry, or adds an entry. Safari throws after 100 changes in some seconds. */
export function changeAddress(
  history: AddressBar["history"],
  url: string,
  change: keyof AddressBar["history"],
): void {
  try {
    history[change](null, "", url);
  } catch {
    // The next change of the form sets the address.
  }
}
