import { encodeBase64Url } from "./base64url.ts";

/** The response types of the implicit flow: OpenID Connect Core 1.0 §3.2 and RFC 6749 §4.2. */
export const responseTypes = ["id_token", "token", "id_token token"] as const;

export type ResponseType = (typeof responseTypes)[number];

/** An authentication request of the implicit flow: OpenID Connect Core 1.0 §3.2.2.1. */
export type AuthorizationRequest = {
  authorizationEndpoint: string;
  clientId: string;
  responseType: ResponseType;
  scopes: readonly string[];
  redirectUri: string;
  /** Returned unchanged, which ties the response to this tab: RFC 6749 §10.12. */
  state: string;
  /** Returned in the ID token, which ties the token to this request: OpenID Connect Core 1.0 §15.5.2. */
  nonce: string;
  prompt?: "none" | "login";
  /** The username to sign in as: `login_hint`. */
  loginHint?: string;
};

export type Parameter = { readonly name: string; readonly value: string };

/**
 * Builds the parameters of a request in the order in which `@okta/okta-auth-js` writes them. Checks nothing: the
 * authorization server reports what is missing or wrong.
 *
 * @returns Values before encoding. Each name once.
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
 * Builds the URL of a request, exactly as the SDK builds it.
 *
 * @see RFC 6749 §4.2.1
 */
export function buildAuthorizationUrl(request: AuthorizationRequest): string {
  const query = buildAuthorizationParameters(request)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  return `${request.authorizationEndpoint}?${query}`;
}

/**
 * Joins scopes with spaces (RFC 6749 §3.3). A lone surrogate, such as half an emoji, can't be encoded in a URL and
 * becomes U+FFFD.
 */
export function toScopeParameter(scopes: readonly string[]): string {
  return scopes.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/**
 * Creates a value for `state` or `nonce` that can't be guessed.
 *
 * @returns 256 bits as 43 characters of base64url. Okta accepts all of them in `state`.
 */
export function createRandomValue(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
