import { findResponse, type ResponseText } from "../oidc/find-response.ts";

/** The parts of `window` that a response can be in. */
export type AddressBar = {
  readonly location: { readonly pathname: string; readonly hash: string; readonly search: string };
  readonly history: { replaceState: (state: null, unused: string, url: string) => void };
};

/** Parameters of responses: OpenID Connect Core 1.0 §3.2.2.5, §3.3.2.5; RFC 6749 §4.1.2; RFC 9207 §2. */
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
 * Takes a response out of the address bar: of any page, so that no address, history entry or copied link holds a token.
 *
 * @returns `undefined` where the address holds none; then it stays as it is.
 */
export function takeResponse({ location, history }: AddressBar): ResponseText | undefined {
  const { pathname, hash, search } = location;
  const response = findResponse({ hash, search });
  if (!response) return undefined;
  const query = new URLSearchParams(search);
  if (findResponse({ hash: "", search })) {
    for (const name of responseParameters) query.delete(name);
  }
  history.replaceState(null, "", pathname + (query.size > 0 ? `?${query}` : ""));
  return response;
}
