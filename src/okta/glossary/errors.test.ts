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
      "kind of token",
    ],
    [
      "unsupported_response_mode",
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
      "that way",
    ],
    [
      "unsupported_response_mode",
      "The response mode is not supported by the authorization server. Valid response modes: [query, fragment, form_post, okta_post_message].",
      "that way",
    ],
    [
      "invalid_scope",
      "One or more scopes are not configured for the authorization server resource.",
      "lacks one of the scopes",
    ],
    ["invalid_scope", "Custom scopes are not allowed for this request.", "no custom scopes"],
    [
      "invalid_scope",
      "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.",
      "does not know one of the scopes",
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
    ["access_denied", "User is not assigned to the client application.", "not assigned"],
    [
      "access_denied",
      "Policy evaluation failed for this request, please check the policy configurations.",
      "No access policy",
    ],
    [
      "access_denied",
      "Policy evaluation succeeded, but all the requested scopes were rejected.",
      "refuses the scopes",
    ],
    [
      "access_denied",
      "Some of the requested scopes were denied by the policy. Denied scopes: [groups].",
      "refuses the scopes",
    ],
    [
      "access_denied",
      "The resource owner or authorization server denied the request.",
      "refused this person",
    ],
    [
      "login_required",
      "The client specified not to prompt, but the user is not logged in.",
      "Nobody is signed in",
    ],
    [
      "login_required",
      "The client specified not to prompt, but the client app requires re-authentication or MFA.",
      "sign in again",
    ],
    [
      "login_required",
      "A 'prompt' value of 'none' requires an existing session to successfully authorize.",
      "Nobody is signed in",
    ],
    ["login_required", "Request expired, please start over and try again.", "took too long"],
    ["consent_required", "The following scopes require user consent: [groups].", "agree"],
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
    ["server_error", "The '{0}' system claim could not be evaluated.", "expression failed"],
    [
      "unauthorized_client",
      "The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].",
      "in this way",
    ],
    [
      "unauthorized_client",
      "This client cannot use a custom authorization server.",
      "org authorization server only",
    ],
  ])("explains %s: %s", (error, description, title) => {
    const explanation = explainError(error, description);
    expect(explanation.title).toContain(title);
    expect(explanation.steps).not.toHaveLength(0);
  });

  test("explains an error that comes without a description", () => {
    expect(explainError("login_required", undefined).title).toBe("Nobody is signed in");
  });

  test("explains an error by its code where the description is a new one", () => {
    expect(explainError("access_denied", "Something Okta says since yesterday").title).toContain(
      "refused this person",
    );
  });

  test("does not take one error's description for another's", () => {
    const explanation = explainError(
      "invalid_client",
      "User is not assigned to the client application.",
    );
    expect(explanation.title).toBe("Okta does not know the app");
  });

  test.each(["__proto__", "constructor", "", "<b>x</b>"])("has an answer even to %o", (error) => {
    expect(explainError(error, undefined).title).toBe("Okta refused the request");
  });
});
