import { describe, expect, test } from "vitest";
import { explainError } from "./errors.ts";

describe(explainError, () => {
  test.each([
    ["invalid_request", "The authentication request has an invalid 'state' parameter.", "state"],
    [
      "invalid_request",
      "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
      "nonce",
    ],
    [
      "invalid_request",
      "Invalid value for 'prompt' parameter. Supported values: [none, login]",
      "value",
    ],
    [
      "invalid_request",
      "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
      "contradicts",
    ],
    [
      "invalid_request",
      "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
      "value",
    ],
    [
      "invalid_request",
      "Duplicate parameter provided in request. Duplicated parameters: [state].",
      "twice",
    ],
    ["invalid_request", "Identity provider is not valid.", "identity provider"],
    ["invalid_request", "PKCE code challenge is required by the application.", "PKCE"],
    [
      "invalid_request",
      "PKCE code challenge method is not supported. Valid values: [S256]",
      "PKCE",
    ],
    [
      "unsupported_response_type",
      "The response type is not supported by the authorization server. Configured response types: [code].",
      "response type",
    ],
    [
      "unsupported_response_mode",
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
      "response mode",
    ],
    [
      "unsupported_response_mode",
      "The response mode is not supported by the authorization server. Valid response modes: [query, fragment, form_post, okta_post_message].",
      "response mode",
    ],
    [
      "invalid_scope",
      "One or more scopes are not configured for the authorization server resource.",
      "doesn’t have one of the scopes",
    ],
    ["invalid_scope", "Custom scopes are not allowed for this request.", "no custom scopes"],
    [
      "invalid_scope",
      "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.",
      "scope is not allowed",
    ],
    [
      "invalid_scope",
      "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
      "openid",
    ],
    [
      "access_denied",
      "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
      "openid",
    ],
    [
      "invalid_scope",
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
      "no scope",
    ],
    ["invalid_request", "The authorization server id is invalid.", "no such authorization server"],
    ["access_denied", "User is not assigned to the client application.", "not assigned"],
    [
      "access_denied",
      "Policy evaluation failed for this request, please check the policy configurations.",
      "No access policy",
    ],
    [
      "access_denied",
      "Policy evaluation succeeded, but all the requested scopes were rejected.",
      "doesn’t allow the scopes",
    ],
    [
      "access_denied",
      "Some of the requested scopes were denied by the policy. Denied scopes: [groups].",
      "doesn’t allow the scopes",
    ],
    [
      "access_denied",
      "The resource owner or authorization server denied the request.",
      "denied access",
    ],
    [
      "login_required",
      "The client specified not to prompt, but the user is not logged in.",
      "No user is signed in",
    ],
    [
      "login_required",
      "The client specified not to prompt, but the client app requires re-authentication or MFA.",
      "sign in again",
    ],
    [
      "login_required",
      "A 'prompt' value of 'none' requires an existing session to successfully authorize.",
      "No user is signed in",
    ],
    ["login_required", "Request expired, please start over and try again.", "took too long"],
    ["consent_required", "The following scopes require user consent: [groups].", "consent"],
    [
      "consent_required",
      "You are not allowed any of the requested scopes.",
      "granted none of the scopes",
    ],
    [
      "interaction_required",
      "Your client is configured to use the interaction code flow and user interaction is required to complete the request.",
      "interaction code",
    ],
    [
      "server_error",
      "The groups claim matched too many groups and must be configured to match fewer groups.",
      "100 groups",
    ],
    ["server_error", "The 'groups' user claim could not be evaluated.", "expression failed"],
    ["server_error", "The '{0}' system claim could not be evaluated.", "built-in claim"],
    [
      "unauthorized_client",
      "The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].",
      "use this flow",
    ],
    [
      "unauthorized_client",
      "This client cannot use a custom authorization server.",
      "only the org server",
    ],
    [
      "invalid_grant",
      "The authorization code is invalid or has expired.",
      "already used, has expired",
    ],
    [
      "invalid_grant",
      "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.",
      "another app",
    ],
    [
      "invalid_grant",
      "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
      "redirect URI",
    ],
    [
      "invalid_request",
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://dev-123-admin.okta.com/admin/app/oidc_client/instance/0oa1#tab-general",
      "redirect URI is not registered",
    ],
    ["invalid_grant", "PKCE verification failed.", "verifier doesn’t match"],
    [
      "invalid_request",
      "The grant was issued for another authorization server.",
      "another authorization server",
    ],
    [
      "invalid_request",
      "PKCE code verifier is required by the application.",
      "verifier is missing",
    ],
    [
      "invalid_request",
      "PKCE code challenge should be specified in the authorize request for code verification.",
      "had no code challenge",
    ],
    [
      "invalid_request",
      "Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.",
      "this page’s origin",
    ],
    [
      "invalid_client",
      "Browser requests to the token endpoint must use Proof Key for Code Exchange.",
      "requires PKCE",
    ],
    ["invalid_client", "No client credentials found.", "client secret"],
    [
      "invalid_client",
      "Client authentication failed. Either the client or the client credentials are invalid.",
      "client secret",
    ],
    ["invalid_client", "Invalid value for 'client_id' parameter.", "no app with this client ID"],
    ["E0000047", "API call exceeded rate limit due to too many requests.", "too many requests"],
  ])("explains %s: %s", (error, description, title) => {
    const explanation = explainError(error, description);
    expect(explanation.title).toContain(title);
    expect(explanation.steps).not.toHaveLength(0);
  });

  test.each([
    ["unauthorized_client", undefined],
    ["unsupported_response_type", undefined],
    [
      "unsupported_response_type",
      "The response type is not supported by the authorization server.",
    ],
    ["unauthorized_client", "The client is not authorized to use the provided grant type."],
  ])("leads to Implicit (hybrid) under Advanced: %s, %s", (error, description) => {
    expect(explainError(error, description).steps.join(" ")).toContain(
      "Advanced > Implicit (hybrid)",
    );
  });

  test("doesn't send an admin to add a scope of Okta's own", () => {
    const { steps } = explainError(
      "invalid_scope",
      "One or more scopes are not configured for the authorization server resource.",
    );
    expect(steps.join(" ")).toContain("except the okta.myAccount scopes");
  });

  test("explains an error without a description", () => {
    expect(explainError("login_required", undefined).title).toBe("No user is signed in");
  });

  test("explains an error with an unknown description by its code", () => {
    expect(explainError("access_denied", "Something new.").title).toContain("denied access");
  });

  test("does not use a description of another error", () => {
    const explanation = explainError(
      "invalid_client",
      "User is not assigned to the client application.",
    );
    expect(explanation.title).toBe("The org has no app with this client ID");
  });

  test.each(["__proto__", "constructor", "", "<b>x</b>"])("explains any error: %o", (error) => {
    expect(explainError(error, undefined).title).toBe("Okta refused the request");
  });
});
