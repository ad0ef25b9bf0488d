import { encodeBase64Url } from "./base64url.ts";

/** @see OpenID Connect Core 1.0 §3; RFC 6749 §4.2; OAuth 2.0 Multiple Response Type Encoding Practices §5 */
export const responseTypes = [
  "id_token",
  "token",
  "id_token token",
  "code",
  "code id_token",
  "code token",
  "code id_token token",
] as const;

export type ResponseType = (typeof responseTypes)[number];

export function usesCode(responseType: ResponseType): boolean {
  return responseType.startsWith("code");
}

/** Returns which tokens the redirect contains. If it also contains a code, the token endpoint returns more tokens. */
export function findRedirectTokens(responseType: ResponseType): {
  idToken: boolean;
  accessToken: boolean;
} {
  const words = responseType.split(" ");
  return { idToken: words.includes("id_token"), accessToken: words.includes("token") };
}

/** An authentication request: OpenID Connect Core 1.0 §3.1.2.1, §3.2.2.1 and §3.3.2.1. */
export type AuthorizationRequest = {
  authorizationEndpoint: string;
  clientId: string;
  responseType: ResponseType;
  scopes: readonly string[];
  redirectUri: string;
  /** The server returns `state` unchanged, which ties the response to this tab: RFC 6749 §10.12. */
  state: string;
  /** The ID token contains the nonce, which ties the token to this request: OpenID Connect Core 1.0 §15.5.2. */
  nonce: string;
  /** The SHA-256 hash of the code verifier. Only for response types with a code. RFC 7636 §4.3. */
  codeChallenge?: string;
  prompt?: "none" | "login";
  loginHint?: string;
};

export type Parameter = { readonly name: string; readonly value: string };

/** Builds the parameters in the order in which `@okta/okta-auth-js` writes them. Checks nothing. */
export function buildAuthorizationParameters(request: AuthorizationRequest): readonly Parameter[] {
  const parameters = [
    { name: "client_id", value: request.clientId },
    { name: "code_challenge", value: request.codeChallenge },
    { name: "code_challenge_method", value: request.codeChallenge && "S256" },
    { name: "login_hint", value: request.loginHint },
    { name: "nonce", value: request.nonce },
    { name: "prompt", value: request.prompt },
    { name: "redirect_uri", value: request.redirectUri },
    { name: "response_mode", value: findResponseMode(request) },
    { name: "response_type", value: request.responseType },
    { name: "state", value: request.state },
    { name: "scope", value: toScopeParameter(request.scopes) },
  ];
  return parameters.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}

/**
 * Returns `fragment` for every response type with a code, because servers would see a code in the query.
 * @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1
 */
export function findResponseMode({
  responseType,
}: Pick<AuthorizationRequest, "responseType">): "fragment" | undefined {
  return usesCode(responseType) ? "fragment" : undefined;
}

/** Builds the same URL as the SDK, but keeps a placeholder such as `{clientId}` readable. @see RFC 6749 §4.2.1 */
export function buildAuthorizationUrl(request: AuthorizationRequest): string {
  const query = buildAuthorizationParameters(request)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join("&")
    .replace(/(client_id|challenge)=%7B(\w+)%7D/g, "$1={$2}");
  return `${request.authorizationEndpoint}?${query}`;
}

/** Joins scopes with spaces (RFC 6749 §3.3). Replaces a lone surrogate, which a URL can't encode, with U+FFFD. */
export function toScopeParameter(scopes: readonly string[]): string {
  return scopes.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Returns 256 random bits as base64url, for `state` or `nonce`. Okta accepts all base64url characters in `state`. */
export function createRandomValue(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
