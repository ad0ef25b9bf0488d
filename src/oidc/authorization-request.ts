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

/** The tokens that the redirect returns. With a code, the token endpoint returns more. */
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
  /** Returned unchanged, which ties the response to this tab: RFC 6749 §10.12. */
  state: string;
  /** Returned in the ID token, which ties the token to this request: OpenID Connect Core 1.0 §15.5.2. */
  nonce: string;
  /** With a code only: the SHA-256 hash of the code verifier. RFC 7636 §4.3. */
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

/** In the query, servers would see a code. @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1 */
export function findResponseMode({
  responseType,
}: Pick<AuthorizationRequest, "responseType">): "fragment" | undefined {
  return usesCode(responseType) ? "fragment" : undefined;
}

/** Exactly as the SDK builds it, but a placeholder such as `{clientId}` stays readable. @see RFC 6749 §4.2.1 */
export function buildAuthorizationUrl(request: AuthorizationRequest): string {
  const query = buildAuthorizationParameters(request)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join("&")
    .replace(/(client_id|challenge)=%7B(\w+)%7D/g, "$1={$2}");
  return `${request.authorizationEndpoint}?${query}`;
}

/** RFC 6749 §3.3. A lone surrogate, such as half an emoji, can't be encoded in a URL and becomes U+FFFD. */
export function toScopeParameter(scopes: readonly string[]): string {
  return scopes.join(" ").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** For `state` or `nonce`: 256 random bits as base64url. Okta accepts all its characters in `state`. */
export function createRandomValue(): string {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
