import { encodeBase64Url } from "./base64url.ts";

/** The response types that answer in the fragment with tokens and no code: OpenID Connect Core 1.0 §3.2 and RFC 6749 §4.2. */
export const responseTypes = ["id_token", "token", "id_token token"] as const;

export type ResponseType = (typeof responseTypes)[number];

/** An authentication request of the implicit flow: OpenID Connect Core 1.0 §3.2.2.1. */
export type AuthorizationRequest = {
  authorizationEndpoint: string;
  clientId: string;
  responseType: ResponseType;
  scopes: readonly string[];
  redirectUri: string;
  /** Comes back unchanged, and so ties the answer to this tab: RFC 6749 §10.12. */
  state: string;
  /** Comes back inside the ID token, and so ties the token to this request: OpenID Connect Core 1.0 §15.5.2. */
  nonce: string;
  prompt?: "none" | "login";
  /** The username to sign in as: `login_hint`. */
  loginHint?: string;
};

export type Parameter = { readonly name: string; readonly value: string };

/**
 * Lists the parameters of a request in the order in which `@okta/okta-auth-js` writes them.
 *
 * Checks nothing: what is missing or wrong is for the authorization server to say.
 *
 * @returns Values as they are, not yet encoded. Each name once.
 */
export function buildAuthorizationParameters(request: AuthorizationRequest): readonly Parameter[] {
  const parameters = [
    { name: "client_id", value: request.clientId },
    { name: "login_hint", value: request.loginHint },
    { name: "nonce", value: request.nonce },
    { name: "prompt", value: request.prompt },
    { name: "redirect_uri", value: request.redirectUri },
    { name: "response_type", value: request.responseType },
    { name: "state", value: request.state },
    { name: "scope", value: toScopeParameter(request.scopes) },
  ];
  return parameters.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}

/**
 * Builds the URL that a request is sent to, byte for byte as the SDK builds it.
 *
 * @see RFC 6749 §4.2.1
 */
export function buildAuthorizationUrl(request: AuthorizationRequest): string {
  const query = buildAuthorizationParameters(request)
    .map(({ name, value }) => `${name}=${encodeParameterValue(value)}`)
    .join("&");
  return `${request.authorizationEndpoint}?${query}`;
}

/** A value as it stands in the URL: percent-encoded, a space as `%20`. */
function encodeParameterValue(value: string): string {
  return encodeURIComponent(value);
}

/**
 * Scopes as one value, a space between them (RFC 6749 §3.3). Half a character, as a cut-off emoji leaves it, has
 * no encoding and becomes U+FFFD.
 */
export function toScopeParameter(scopes: readonly string[]): string {
  return scopes.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/**
 * Makes a value that cannot be guessed, for `state` or `nonce`.
 *
 * @returns 256 bits as 43 characters of base64url, all of which Okta accepts in `state`.
 */
export function createRandomValue(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
