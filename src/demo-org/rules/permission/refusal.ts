import {
  type ClaimProblem,
  describeClaimProblem,
  nameClaimProblem,
} from "../claims/claim-evaluation-error.ts";

export type Refusal = {
  readonly error: string;
  readonly description: string;
  /** Okta's reason, more specific than `error`. Only the System Log shows it. */
  readonly reason: string;
};

export type Refused<R = Refusal> = { readonly kind: "refused"; readonly refusal: R };

export const refuse = <R extends Refusal>(refusal: R): Refused<R> => ({ kind: "refused", refusal });

const list = (values: Iterable<string>) => `[${[...values].join(", ")}]`;

const named =
  (error: string) =>
  (reason: string, description: string): Refusal => ({ error, description, reason });

const invalidRequest = named("invalid_request");
const unsupportedResponseMode = named("unsupported_response_mode");

/** @param build Builds a refusal. @returns The refusals for all descriptions, keyed by Okta's reason. */
export function byReason<Descriptions extends Readonly<Record<string, string>>, R extends Refusal>(
  build: (reason: string, description: string) => R,
  descriptions: Descriptions,
) {
  const refusals = Object.entries(descriptions).map(
    ([reason, description]) => [reason, build(reason, description)] as const,
  );
  return Object.fromEntries(refusals) as { readonly [Reason in keyof Descriptions]: R };
}

/**
 * Descriptions are exactly Okta's, because clients may search for them. Names with underscores are Okta's reasons.
 * @see Okta error catalogue: OAuth 2.0 and OpenID Connect errors
 */
export const refusals = {
  ...byReason(invalidRequest, {
    invalid_state: "The authentication request has an invalid 'state' parameter.",
    invalid_nonce:
      "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
    invalid_prompt_for_zero_max_age:
      "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
    invalid_max_age: "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    pkce_missing_challenge: "PKCE code challenge is required by the application.",
    pkce_unsupported_code_challenge_method:
      "PKCE code challenge method is not supported. Valid values: [S256]",
    pkce_invalid_challenge: "PKCE code challenge contains illegal characters.",
    unknown_idp: "Identity provider is not valid.",
  }),
  ...byReason(named("invalid_scope"), {
    no_matching_scope:
      "One or more scopes are not configured for the authorization server resource.",
    illegal_custom_scope: "Custom scopes are not allowed for this request.",
    invalid_scope:
      "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.",
    openid_scope_required:
      "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
    openid_not_allowed_client_creds: "Cannot request 'openid' scopes using client credentials.",
    no_default_scopes:
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
  }),
  ...byReason(named("access_denied"), {
    user_not_assigned: "User is not assigned to the client application.",
    no_matching_policy:
      "Policy evaluation failed for this request, please check the policy configurations.",
  }),
  ...byReason(named("login_required"), {
    login_required: "The client specified not to prompt, but the user is not logged in.",
    app_sign_on_required:
      "The client specified not to prompt, but the client app requires re-authentication or MFA.",
    request_expired: "Request expired, please start over and try again.",
  }),
  ...byReason(unsupportedResponseMode, {
    unsupported_response_mode_query_with_tokens:
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
  }),
  /** Unverified for the authorization endpoint. Okta's catalogue has no other error for an unknown client. */
  invalidClient: {
    error: "invalid_client",
    reason: "invalid_client_id",
    description: "Invalid value for 'client_id' parameter.",
  },
  illegalRedirectUri: (baseUrl: string, applicationId: string) =>
    invalidRequest(
      "illegal_redirect_uri_enhanced",
      `The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: ${baseUrl}/admin/app/oidc_client/instance/${applicationId}#tab-general`,
    ),
  invalidPrompt: (supported: readonly string[]) =>
    invalidRequest(
      "invalid_prompt",
      `Invalid value for 'prompt' parameter. Supported values: ${list(supported)}`,
    ),
  duplicatedParameters: (names: Iterable<string>) =>
    invalidRequest(
      "illegal_duplicated_parameters",
      `Duplicate parameter provided in request. Duplicated parameters: ${list(names)}.`,
    ),
  unsupportedResponseType: (configured: readonly string[]): Refusal => ({
    error: "unsupported_response_type",
    reason: "unsupported_response_type",
    description: `The response type is not supported by the authorization server. Configured response types: ${list(configured)}.`,
  }),
  /** Unverified: Okta's description. */
  modeWithoutOrigin: (mode: string) =>
    unsupportedResponseMode(
      "unsupported_response_mode",
      `'${mode}' response mode cannot be used with a redirect URI that has no origin.`,
    ),
  unsupportedResponseMode: (supported: readonly string[]) =>
    unsupportedResponseMode(
      "unsupported_response_mode",
      `The response mode is not supported by the authorization server. Valid response modes: ${list(supported)}.`,
    ),
  unauthorizedClient: (configured: readonly string[]): Refusal => ({
    error: "unauthorized_client",
    reason: "unauthorized_client",
    description: `The client is not authorized to use the provided grant type. Configured grant types: ${list(configured)}.`,
  }),
  /** Okta allows `request` and `request_uri` for some clients, this org for none. OpenID Connect Core 1.0 §3.1.2.6. */
  requestNotSupported: {
    error: "request_not_supported",
    reason: "request_not_supported",
    description: "The authorize request object is not supported by this client.",
  },
  requestUriNotSupported: {
    error: "request_uri_not_supported",
    reason: "request_uri_not_supported",
    description: "The authorize request uri is not supported by this client.",
  },
  noOrgScopesGranted: named("consent_required")(
    "no_org_scopes_granted",
    "You are not allowed any of the requested scopes.",
  ),
  unmetRequirements: named("unmet_authentication_requirements")(
    "unmet_authentication_requirements",
    "Unable to meet the authentication requirements imposed by 'acr_values' parameter.",
  ),
  claimNotEvaluated: (problem: ClaimProblem): Refusal => ({
    error: "server_error",
    description: describeClaimProblem(problem),
    reason: nameClaimProblem(problem),
  }),
} as const;
