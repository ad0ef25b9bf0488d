import { byReason, type Refusal } from "../permission/refusal.ts";

/** @see RFC 6749 §5.2 */
export type TokenRefusal = Refusal & { readonly status: 400 | 401 };

const named =
  (status: TokenRefusal["status"], error: string) =>
  (reason: string, description: string): TokenRefusal => ({ status, error, description, reason });

const invalidRequest = named(400, "invalid_request");
const unauthorizedClient = named(400, "unauthorized_client");
const unsupportedGrantType = named(400, "unsupported_grant_type");

const list = (values: readonly string[]) => `[${values.join(", ")}]`;

/**
 * Refusals with Okta's descriptions. Names with underscores are Okta's reasons in the System Log.
 * @see Okta error catalogue: OAuth 2.0 and OpenID Connect errors
 */
export const tokenRefusals = {
  ...byReason(named(401, "invalid_client"), {
    missing_client_credentials: "No client credentials found.",
    invalid_basic_auth_creds: "Found Authentication header but was not valid client credentials.",
    invalid_client_id: "Invalid value for 'client_id' parameter.",
    invalid_client_secret: "The client secret supplied for a confidential client is invalid.",
    invalid_client:
      "Client authentication failed. Either the client or the client credentials are invalid.",
    unsupported_auth_method_browser_request:
      "Browser requests to the token endpoint must use Proof Key for Code Exchange.",
  }),
  ...byReason(invalidRequest, {
    duplicate_oauth_params: "The request contained multiple parameters with the same name.",
    client_credentials_in_query: "Client credentials cannot be supplied via query parameters.",
    illegal_origin_browser_request:
      "Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.",
    request_missing_token: "The 'token' parameter is required.",
    mismatched_authorization_server: "The grant was issued for another authorization server.",
    pkce_missing_verifier: "PKCE code verifier is required by the application.",
    pkce_missing_challenge_verifier_present:
      "PKCE code challenge should be specified in the authorize request for code verification.",
  }),
  ...byReason(named(400, "invalid_grant"), {
    invalid_authorization_code: "The authorization code is invalid or has expired.",
    mismatched_client:
      "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.",
    mismatched_redirect_uri:
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    pkce_verification_failed: "PKCE verification failed.",
    invalid_refresh_token: "The refresh token is invalid or expired.",
  }),
  ...byReason(unauthorizedClient, {
    confidential_client_required: "Confidential client is required to make this request.",
  }),
  ...byReason(unsupportedGrantType, {
    unsupported_grant_type_client_creds_org_as:
      "'client_credentials' grant type can only be used with a custom authorization server.",
  }),
  severalCredentials: named(401, "invalid_request")(
    "multiple_client_credentials",
    "Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization header, credentials in the post body, or a client_assertion in the post body.",
  ),
  missingGrantType: (supported: readonly string[]) =>
    invalidRequest(
      "token_request_missing_grant_type",
      `The token request must specify a 'grant_type'. Valid values: ${list(supported)}`,
    ),
  unsupportedGrantType: (configured: readonly string[]) =>
    unsupportedGrantType(
      "unsupported_grant_type",
      `The authorization grant type is not supported by the authorization server. Configured grant types: ${list(configured)}.`,
    ),
  unauthorizedClient: (configured: readonly string[]) =>
    unauthorizedClient(
      "unauthorized_client",
      `The client is not authorized to use the provided grant type. Configured grant types: ${list(configured)}.`,
    ),
  missingParameter: (name: string) =>
    invalidRequest(
      "missing_token_request_parameter",
      `The required parameter '${name}' is missing.`,
    ),
  scopesNotGranted: (denied: readonly string[]) =>
    named(400, "access_denied")(
      "refresh_scopes_denied",
      `Some of the scopes requested for the refresh request were not granted in the original authorize request. Denied scopes: ${denied.join(", ")}.`,
    ),
} as const;
