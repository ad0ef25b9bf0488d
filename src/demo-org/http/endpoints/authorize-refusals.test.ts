import { describe, expect, test } from "vitest";
import { createCodeFlowOrg, implicitOnly } from "../../test-support/code-flow-org.ts";
import {
  buildRequest,
  createTestOrg,
  parseFragment,
  redirectUri,
} from "../../test-support/test-org.ts";

describe("a refused request", () => {
  const tokens = { response_type: "id_token token" };

  test.each([
    [
      "no state",
      { state: undefined },
      "invalid_request",
      "The authentication request has an invalid 'state' parameter.",
    ],
    [
      "an empty state",
      { state: "" },
      "invalid_request",
      "The authentication request has an invalid 'state' parameter.",
    ],
    [
      "a state with a control character",
      { state: "a\nb" },
      "invalid_request",
      "The authentication request has an invalid 'state' parameter.",
    ],
    [
      "no nonce",
      { nonce: undefined },
      "invalid_request",
      "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' response types..",
    ],
    [
      "tokens in a query",
      { response_mode: "query" },
      "unsupported_response_mode",
      "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
    ],
    [
      "an unknown response mode",
      { response_mode: "pigeon" },
      "unsupported_response_mode",
      "The response mode is not supported by the authorization server. Valid response modes: [query, fragment, form_post, okta_post_message].",
    ],
    [
      "an unknown scope",
      { scope: "openid roles" },
      "invalid_scope",
      "Custom scopes are not allowed for this request.",
    ],
    [
      "only scopes of Okta's API, which the app was not granted",
      { ...tokens, response_type: "token", scope: "okta.users.read okta.myAccount.read" },
      "consent_required",
      "You are not allowed any of the requested scopes.",
    ],
    [
      "a name that only looks like a scope of Okta's API",
      { scope: "openid okta.nothing.read" },
      "invalid_scope",
      "Custom scopes are not allowed for this request.",
    ],
    [
      "scopes with a comma",
      { scope: "openid,groups" },
      "invalid_scope",
      "Custom scopes are not allowed for this request.",
    ],
    [
      "scopes that are too long",
      { scope: "openid ".repeat(200) },
      "invalid_scope",
      "The requested scope is invalid, unknown, malformed, or exceeds the scope granted by the resource owner.",
    ],
    [
      "an ID token without openid",
      { scope: "groups" },
      "invalid_scope",
      "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
    ],
    [
      "an access token for profile without openid",
      { ...tokens, response_type: "token", scope: "profile" },
      "invalid_scope",
      "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
    ],
    [
      "an unknown prompt",
      { prompt: "select_account" },
      "invalid_request",
      "Invalid value for 'prompt' parameter. Supported values: [none, login, consent, login consent]",
    ],
    [
      "two prompts, one of them none",
      { prompt: "none login" },
      "invalid_request",
      "Invalid value for 'prompt' parameter. Supported values: [none, login, consent, login consent]",
    ],
    [
      "a max_age that is no number",
      { max_age: "1h" },
      "invalid_request",
      "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    ],
    [
      "a max_age of 2^31",
      { max_age: "2147483648" },
      "invalid_request",
      "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
    ],
    [
      "prompt=none with max_age=0",
      { prompt: "none", max_age: "0" },
      "invalid_request",
      "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
    ],
    [
      "another identity provider",
      { idp: "0oagoogle" },
      "invalid_request",
      "Identity provider is not valid.",
    ],
    [
      "a request object",
      { request: "e30.e30." },
      "request_not_supported",
      "The authorize request object is not supported by this client.",
    ],
    [
      "prompt=none without a session",
      { prompt: "none" },
      "login_required",
      "The client specified not to prompt, but the user is not logged in.",
    ],
  ])("returns Okta's error and description for %s", async (_case, change, error, description) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize(change);

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")?.split("#")[0]).toBe(redirectUri);
    expect(parseFragment(response)).toMatchObject({ error, error_description: description });
  });

  test.each([
    [
      "a scope that a new server does not have",
      { scope: "openid groups" },
      "One or more scopes are not configured for the authorization server resource.",
    ],
    [
      "no scope at all",
      { scope: undefined, response_type: "token" },
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
    ],
    [
      "a scope of Okta's API",
      { scope: "openid okta.users.read" },
      "One or more scopes are not configured for the authorization server resource.",
    ],
    [
      "a scope of the MyAccount API that was not added",
      { scope: "openid okta.myAccount.profile.read" },
      "One or more scopes are not configured for the authorization server resource.",
    ],
    [
      "no scope at all, for an ID token",
      { scope: undefined, response_type: "id_token" },
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
    ],
  ])(
    "of a custom server returns that server's description for %s",
    async (_case, change, description) => {
      const { openBrowser } = await createTestOrg();
      const response = await openBrowser().authorize(change, "/default");
      expect(parseFragment(response)).toMatchObject({
        error: "invalid_scope",
        error_description: description,
      });
    },
  );

  test("returns form-urlencoded parameters, with the state first", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ nonce: undefined });
    expect(response.headers.get("Location")).toBe(
      `${redirectUri}#state=myState&error=invalid_request&error_description=The+%27nonce%27+parameter+is+required+for+authorize+requests+with+either+the+%27id_token%27+or+%27token%27+response+types..`,
    );
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
  });

  test("returns no state if the request had none", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ state: undefined });
    expect(parseFragment(response)).not.toHaveProperty("state");
  });

  test.each([
    ["code", "?"],
    ["code token", "#"],
  ])("lists the response types that the app can use: %s", async (response_type, mark) => {
    const { openBrowser } = await createCodeFlowOrg(implicitOnly);
    const response = await openBrowser().authorize({ response_type });
    const { search, hash } = new URL(response.headers.get("Location") ?? "");
    const responseParameters = new URLSearchParams((mark === "?" ? search : hash).slice(1));
    expect(Object.fromEntries(responseParameters)).toEqual({
      state: "myState",
      error: "unsupported_response_type",
      error_description:
        "The response type is not supported by the authorization server. Configured response types: [id_token, token].",
    });
  });

  test("lists the repeated parameters, and returns no repeated state", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(
      `/oauth2/v1/authorize?${buildRequest()}&state=other&nonce=other`,
    );
    expect(parseFragment(response)).toEqual({
      error: "invalid_request",
      error_description:
        "Duplicate parameter provided in request. Duplicated parameters: [state, nonce].",
    });
  });

  test("returns the first of several errors: response type, state, nonce, scope, prompt", async () => {
    const { openBrowser } = await createCodeFlowOrg(implicitOnly);
    const faults = [
      ["response_type", "code", "id_token", "unsupported_response_type"],
      ["state", undefined, "s", "'state' parameter"],
      ["nonce", undefined, "n", "'nonce' parameter"],
      ["scope", "openid roles", "openid", "Custom scopes"],
      ["prompt", "select_account", "none", "'prompt' parameter"],
    ] as const;
    const request: Record<string, string | undefined> = { response_mode: "fragment" };
    for (const [name, wrong] of faults) request[name] = wrong;
    for (const [name, , right, complaint] of faults) {
      const fragment = parseFragment(await openBrowser().authorize(request));
      expect(`${fragment.error} ${fragment.error_description}`).toContain(complaint);
      request[name] = right;
    }
  });
});
