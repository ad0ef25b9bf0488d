import { describe, expect, test } from "vitest";
import { explainError } from "./errors.ts";

/** For each error code: descriptions, each with words of the expected title. */
const explained: Record<string, Record<string, string>> = {
  invalid_request: {
    "The authentication request has an invalid 'state' parameter.": "state",
    "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..":
      "nonce",
    "Invalid value for 'prompt' parameter. Supported values: [none, login]": "value",
    "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.":
      "contradicts",
    "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.": "value",
    "Duplicate parameter provided in request. Duplicated parameters: [state].": "twice",
    "Identity provider is not valid.": "identity provider",
    "PKCE code challenge is required by the application.": "PKCE",
    "PKCE code challenge method is not supported. Valid values: [S256]": "PKCE",
    "The authorization server id is invalid.": "no such authorization server",
    "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://dev-123-admin.okta.com/admin/app/oidc_client/instance/0oa1#tab-general":
      "redirect URI is not registered",
    "The grant was issued for another authorization server.": "another authorization server",
    "PKCE code verifier is required by the application.": "verifier is missing",
    "PKCE code challenge should be specified in the authorize request for code verification.":
      "had no code challenge",
    "Browser requests to the token endpoint must be part of at least one whitelisted redirect_uri.":
      "the page’s origin",
  },
  unsupported_response_type: {
    "The response type is not supported by the authorization server. Configured response types: [code].":
      "response type",
  },
  unsupported_response_mode: {
    "'query' response mode cannot be used with either the 'id_token' or 'token' response types.":
      "response mode",
    "The response mode is not supported by the authorization server. Valid response modes: [query, fragment, form_post, okta_post_message].":
      "response mode",
  },
  invalid_scope: {
    "One or more scopes are not configured for the authorization server resource.":
      "doesn’t have one of the scopes",
    "Custom scopes are not allowed for this request.": "no custom scopes",
    "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.":
      "scope is not allowed",
    "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.":
      "openid",
    "The authorization server resource does not have any configured default scopes, 'scope' must be provided.":
      "no scope",
  },
  access_denied: {
    "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.":
      "openid",
    "User is not assigned to the client application.": "not assigned",
    "Policy evaluation failed for this request, please check the policy configurations.":
      "No access policy",
    "Policy evaluation succeeded, but all the requested scopes were rejected.":
      "doesn’t allow the scopes",
    "Some of the requested scopes were denied by the policy. Denied scopes: [groups].":
      "doesn’t allow the scopes",
    "The resource owner or authorization server denied the request.": "denied access",
  },
  login_required: {
    "The client specified not to prompt, but the user is not logged in.": "No user is signed in",
    "The client specified not to prompt, but the client app requires re-authentication or MFA.":
      "sign in again",
    "A 'prompt' value of 'none' requires an existing session to successfully authorize.":
      "No user is signed in",
    "Request expired, please start over and try again.": "took too long",
  },
  consent_required: {
    "The following scopes require user consent: [groups].": "consent",
    "You are not allowed any of the requested scopes.": "granted none of the scopes",
  },
  interaction_required: {
    "Your client is configured to use the interaction code flow and user interaction is required to complete the request.":
      "interaction code",
  },
  server_error: {
    "The groups claim matched too many groups and must be configured to match fewer groups.":
      "100 groups",
    "The 'groups' user claim could not be evaluated.": "expression failed",
    "The '{0}' system claim could not be evaluated.": "built-in claim",
  },
  unauthorized_client: {
    "The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].":
      "use this flow",
    "This client cannot use a custom authorization server.": "only the org server",
  },
  invalid_grant: {
    "The authorization code is invalid or has expired.": "already used, has expired",
    "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the authorize request.":
      "another app",
    "The 'redirect_uri' does not match the redirection URI used in the authorization request.":
      "redirect URI",
    "PKCE verification failed.": "verifier doesn’t match",
  },
  invalid_client: {
    "Browser requests to the token endpoint must use Proof Key for Code Exchange.": "requires PKCE",
    "No client credentials found.": "client secret",
    "Client authentication failed. Either the client or the client credentials are invalid.":
      "client secret",
    "Invalid value for 'client_id' parameter.": "no app with this client ID",
  },
  E0000009: { "Internal Server Error": "had an internal error" },
  E0000047: { "API call exceeded rate limit due to too many requests.": "too many requests" },
};
const cases = Object.entries(explained).flatMap(([error, titles]) =>
  Object.entries(titles).map(([description, title]) => [error, description, title] as const),
);

describe(explainError, () => {
  test.each(cases)("explains %s: %s", (error, description, title) => {
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
  ])("explains where to select Implicit (hybrid): %s, %s", (error, description) => {
    expect(explainError(error, description).steps.join(" ")).toContain(
      "Advanced > Implicit (hybrid)",
    );
  });

  test("doesn't ask an admin to add one of Okta's own scopes", () => {
    const { steps } = explainError(
      "invalid_scope",
      "One or more scopes are not configured for the authorization server resource.",
    );
    expect(steps.join(" ")).toContain("except the okta.myAccount scopes");
  });

  test("explains an error without a description", () => {
    expect(explainError("login_required", undefined).title).toBe("No user is signed in");
  });

  test("explains an error with an unknown description by its error code", () => {
    expect(explainError("access_denied", "Something new.").title).toContain("denied access");
  });

  test("does not use a description of another error", () => {
    const explanation = explainError(
      "invalid_client",
      "User is not assigned to the client application.",
    );
    expect(explanation.title).toBe("Okta doesn’t know the app, or can’t authenticate it");
  });

  test.each(cases)("does not assume that this page sent the request: %s: %s", (error, text) => {
    const { title, meaning, steps } = explainError(error, text);
    expect([title, meaning, ...steps].join(" ")).not.toMatch(/this tab|as this page/);
  });

  test("does not call an unknown error of a failing server a refusal", () => {
    expect(explainError("teapot", undefined, 503).title).toBe("Okta had an internal error");
  });

  test.each(["teapot", "invalid_request"])(
    "links to the specification of the token endpoint’s errors: %s",
    (error) => {
      expect(explainError(error, undefined, 400).source?.url).toContain("section-5.2");
    },
  );

  test.each(["__proto__", "constructor", "", "<b>x</b>"])("explains any error: %o", (error) => {
    expect(explainError(error, undefined).title).toBe("Okta refused the request");
  });
});
