import type { Refusal } from "../authorize/refusal.ts";

/** A refusal by an endpoint that programs call. @see RFC 6749 §5.2 */
export type TokenRefusal = Refusal & { readonly status: 400 | 401 };

const badRequest = (error: string, description: string): TokenRefusal => ({
  status: 400,
  error,
  description,
});
const invalidClient = (description: string): TokenRefusal => ({
  status: 401,
  error: "invalid_client",
  description,
});
const list = (values: readonly string[]) => `[${values.join(", ")}]`;

/**
 * Every refusal of the token endpoint and of its neighbours for clients, in Okta's words.
 *
 * @see Okta error catalogue: OAuth 2.0 and OpenID Connect errors
 */
export const tokenRefusals = {
  repeatedParameters: badRequest(
    "invalid_request",
    "The request contained multiple parameters with the same name.",
  ),
  credentialsInQuery: badRequest(
    "invalid_request",
    "Client credentials cannot be supplied via query parameters.",
  ),
  severalCredentials: {
    status: 401,
    error: "invalid_request",
    description:
      "Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.",
  },
  noCredentials: invalidClient("No client credentials found."),
  malformedBasic: invalidClient(
    "Found Authentication header but was not valid client credentials.",
  ),
  unknownClient: invalidClient("Invalid value for 'client_id' parameter."),
  wrongSecret: invalidClient("The client secret supplied for a confidential client is invalid."),
  failedAuthentication: invalidClient(
    "Client authentication failed. Either the client or the client credentials are invalid.",
  ),
  illegalOrigin: badRequest(
    "invalid_request",
    "Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.",
  ),
  missingGrantType: (supported: readonly string[]) =>
    badRequest(
      "invalid_request",
      `The token request must specify a 'grant_type'. Valid values: ${list(supported)}`,
    ),
  unsupportedGrantType: (configured: readonly string[]) =>
    badRequest(
      "unsupported_grant_type",
      `The authorization grant type is not supported by the authorization server. Configured grant types: ${list(configured)}.`,
    ),
  unauthorizedClient: (configured: readonly string[]) =>
    badRequest(
      "unauthorized_client",
      `The client is not authorized to use the provided grant type. Configured grant types: ${list(configured)}.`,
    ),
  orgServerForClientAlone: badRequest(
    "unsupported_grant_type",
    "'client_credentials' grant type can only be used with a custom authorization server.",
  ),
  publicClient: badRequest(
    "unauthorized_client",
    "Confidential client is required to make this request.",
  ),
  missingParameter: (name: string) =>
    badRequest("invalid_request", `The required parameter '${name}' is missing.`),
  missingToken: badRequest("invalid_request", "The 'token' parameter is required."),
  invalidCode: badRequest("invalid_grant", "The authorization code is invalid or has expired."),
  anotherClient: badRequest(
    "invalid_grant",
    "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.",
  ),
  anotherRedirectUri: badRequest(
    "invalid_grant",
    "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
  ),
  anotherServer: badRequest(
    "invalid_request",
    "The grant was issued for another authorization server.",
  ),
  missingVerifier: badRequest(
    "invalid_request",
    "PKCE code verifier is required by the application.",
  ),
  unexpectedVerifier: badRequest(
    "invalid_request",
    "PKCE code challenge should be specified in the authorize request for code verification.",
  ),
  failedVerification: badRequest("invalid_grant", "PKCE verification failed."),
  invalidRefreshToken: badRequest("invalid_grant", "The refresh token is invalid or expired."),
  scopesNotGranted: (denied: readonly string[]) =>
    badRequest(
      "access_denied",
      `Some of the scopes requested for the refresh request were not granted in the original authorize request. Denied scopes: ${denied.join(", ")}.`,
    ),
} as const;
