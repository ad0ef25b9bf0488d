import { findResponse, type ResponseText, routerPath } from "../oidc/find-response.ts";

export type AddressBar = {
  readonly location: { readonly pathname: string; readonly hash: string; readonly search: string };
  readonly history: { [Change in "pushState" | "replaceState"]: ChangeAddress };
};

type ChangeAddress = (state: null, unused: string, url: string) => void;

/** @see OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5; RFC 6749 §4.1.2; RFC 9207 §2 */
const responseParameters = [
  "access_token",
  "code",
  "error",
  "error_description",
  "error_uri",
  "expires_in",
  "id_token",
  "iss",
  "scope",
  "session_state",
  "state",
  "token_type",
];

/**
 * Takes a response out of the address bar, so that no address, history entry or copied link holds a token.
 *
 * @returns `undefined` without a response; the address then stays as it is.
 */
export function takeResponse({ location, history }: AddressBar): ResponseText | undefined {
  const { pathname, hash, search } = location;
  const response = findResponse({ hash, search });
  if (!response) return undefined;
  const kept = findResponse({ hash: "", search }) ? withoutResponse(search) : search;
  changeAddress(history, pathname + kept, "replaceState");
  return response;
}

/** Also removes a router's path. The rest stays exactly as it is. */
function withoutResponse(search: string): string {
  const kept = search
    .slice(1)
    .replace(routerPath, "")
    .split("&")
    .filter((pair) => {
      const [name = ""] = new URLSearchParams(pair).keys();
      return !responseParameters.includes(name);
    });
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}

/** Changes the address, of this history entry or in a new one. Safari throws after 100 changes in some seconds. */
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
