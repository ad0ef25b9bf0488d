/** A refusal that the client is told of, in the words of RFC 6749 §4.2.2.1 and Okta's. */
export type Refusal = { readonly error: string; readonly description: string };

const list = (values: Iterable<string>) => `[${[...values].join(", ")}]`;

const invalidRequest = (description: string): Refusal => ({
  error: "invalid_request",
  description,
});
const invalidScope = (description: string): Refusal => ({ error: "invalid_scope", description });
const accessDenied = (description: string): Refusal => ({ error: "access_denied", description });
const loginRequired = (description: string): Refusal => ({ error: "login_required", description });

/**
 * Every refusal of the authorization endpoint, named as in Okta's catalogue. Okta's sentences are kept to the letter,
 * a doubled full stop included: clients look for them.
 *
 * @see Okta error catalogue: OAuth 2.0 and OpenID Connect errors
 */
export const refusals = {
  /** For the authorization endpoint unverified; chosen because the catalogue has no other for an unknown client. */
  invalidClient: {
    error: "invalid_client",
    description: "Invalid value for 'client_id' parameter.",
  },
  illegalRedirectUri: (baseUrl: string, applicationId: string) =>
    invalidRequest(
      `The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: ${baseUrl}/admin/app/oidc_client/instance/${applicationId}#tab-general`,
    ),
  invalidState: invalidRequest("The authentication request has an invalid 'state' parameter."),
  invalidNonce: invalidRequest(
    "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
  ),
  invalidPrompt: (supported: readonly string[]) =>
    invalidRequest(`Invalid value for 'prompt' parameter. Supported values: ${list(supported)}`),
  invalidPromptForZeroMaxAge: invalidRequest(
    "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
  ),
  invalidMaxAge: invalidRequest(
    "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
  ),
  duplicatedParameters: (names: Iterable<string>) =>
    invalidRequest(
      `Duplicate parameter provided in request. Duplicated parameters: ${list(names)}.`,
    ),
  missingChallenge: invalidRequest("PKCE code challenge is required by the application."),
  unsupportedChallengeMethod: invalidRequest(
    "PKCE code challenge method is not supported. Valid values: [S256]",
  ),
  malformedChallenge: invalidRequest("PKCE code challenge contains illegal characters."),
  unknownIdentityProvider: invalidRequest("Identity provider is not valid."),
  unsupportedResponseType: (configured: readonly string[]): Refusal => ({
    error: "unsupported_response_type",
    description: `The response type is not supported by the authorization server. Configured response types: ${list(configured)}.`,
  }),
  queryModeWithTokens: {
    error: "unsupported_response_mode",
    description:
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
  },
  unsupportedResponseMode: (supported: readonly string[]): Refusal => ({
    error: "unsupported_response_mode",
    description: `The response mode is not supported by the authorization server. Valid response modes: ${list(supported)}.`,
  }),
  unauthorizedClient: (configured: readonly string[]): Refusal => ({
    error: "unauthorized_client",
    description: `The client is not authorized to use the provided grant type. Configured grant types: ${list(configured)}.`,
  }),
  /** OpenID Connect Core 1.0 §3.1.2.6; the sentences of these two are not Okta's, who supports both. */
  requestNotSupported: {
    error: "request_not_supported",
    description: "The 'request' parameter is not supported.",
  },
  requestUriNotSupported: {
    error: "request_uri_not_supported",
    description: "The 'request_uri' parameter is not supported.",
  },
  noMatchingScope: invalidScope(
    "One or more scopes are not configured for the authorization server resource.",
  ),
  illegalCustomScope: invalidScope("Custom scopes are not allowed for this request."),
  malformedScope: invalidScope(
    "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.",
  ),
  openidScopeRequired: invalidScope(
    "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
  ),
  noDefaultScopes: invalidScope(
    "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
  ),
  userNotAssigned: accessDenied("User is not assigned to the client application."),
  noMatchingPolicy: accessDenied(
    "Policy evaluation failed for this request, please check the policy configurations.",
  ),
  notLoggedIn: loginRequired("The client specified not to prompt, but the user is not logged in."),
  reauthenticationRequired: loginRequired(
    "The client specified not to prompt, but the client app requires re-authentication or MFA.",
  ),
  requestExpired: loginRequired("Request expired, please start over and try again."),
} as const;
