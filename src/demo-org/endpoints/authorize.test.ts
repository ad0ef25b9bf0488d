import { describe, expect, test } from "vitest";
import { buildRequest, createTestOrg, readFragment, redirectUri } from "../test-org.ts";

const it = "it.user@example.com";

describe("a request that nobody can be redirected for", () => {
  test.each([
    ["no client", { client_id: undefined }, "Invalid value for 'client_id' parameter."],
    ["an unknown client", { client_id: "0oaunknown" }, "Invalid value for 'client_id' parameter."],
    [
      "no redirect URI",
      { redirect_uri: undefined },
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://org.example/admin/app/oidc_client/instance/0oaoiuhhch8VRtBnC0h7#tab-general",
    ],
    [
      "a redirect URI with a slash too many",
      { redirect_uri: `${redirectUri}/` },
      "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://org.example/admin/app/oidc_client/instance/0oaoiuhhch8VRtBnC0h7#tab-general",
    ],
  ])("gets a page of the org's own for %s", async (_case, change, description) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize(change);
    const page = unescapeHtml(await response.text());

    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
    expect(page).toContain("<h1>400 Bad Request</h1>");
    expect(page).toContain(description);
  });

  test("gets it for a redirect URI that is given twice, one of them registered", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(
      `/oauth2/v1/authorize?${buildRequest()}&redirect_uri=https%3A%2F%2Fevil.example`,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Duplicated parameters: [redirect_uri].");
  });

  test("cannot write markup into it", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({
      redirect_uri: "x\"'><script>alert(1)</script>",
    });
    expect(await response.text()).not.toContain("<script>");
  });
});

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
      "a state with a space",
      { state: "a b" },
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
      "a code",
      { response_type: "code", response_mode: "fragment" },
      "unsupported_response_type",
      "The response type is not supported by the authorization server. Configured response types: [id_token, token].",
    ],
    [
      "a code with a token",
      { response_type: "code token" },
      "unsupported_response_type",
      "The response type is not supported by the authorization server. Configured response types: [id_token, token].",
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
      { prompt: "consent" },
      "invalid_request",
      "Invalid value for 'prompt' parameter. Supported values: [none, login]",
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
      "no prompt and no age at once",
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
      "The 'request' parameter is not supported.",
    ],
    [
      "nobody signed in, and no prompt",
      { prompt: "none" },
      "login_required",
      "The client specified not to prompt, but the user is not logged in.",
    ],
  ])("says why: %s", async (_case, change, error, description) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize(change);

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")?.split("#")[0]).toBe(redirectUri);
    expect(readFragment(response)).toMatchObject({ error, error_description: description });
  });

  test.each([
    [
      "of a scope that a new server does not have",
      { scope: "openid groups" },
      "One or more scopes are not configured for the authorization server resource.",
    ],
    [
      "of no scope at all",
      { scope: undefined, response_type: "token" },
      "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
    ],
  ])("names the custom server's own reason because %s", async (_case, change, description) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize(change, "/default");
    expect(readFragment(response)).toMatchObject({
      error: "invalid_scope",
      error_description: description,
    });
  });

  test("is encoded as a form is, with the state first", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ nonce: undefined });
    expect(response.headers.get("Location")).toBe(
      `${redirectUri}#state=myState&error=invalid_request&error_description=The+%27nonce%27+parameter+is+required+for+authorize+requests+with+either+the+%27id_token%27+or+%27token%27+response+types..`,
    );
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
  });

  test("echoes no state where none came in", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ state: undefined });
    expect(readFragment(response)).not.toHaveProperty("state");
  });

  test("goes in the query where a code was asked for", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ response_type: "code" });
    expect(response.headers.get("Location")).toMatch(
      /\/callback\?state=myState&error=unsupported_response_type&/,
    );
  });

  test("names the parameters that came twice, and echoes no state that did", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(
      `/oauth2/v1/authorize?${buildRequest()}&state=other&nonce=other`,
    );
    expect(readFragment(response)).toEqual({
      error: "invalid_request",
      error_description:
        "Duplicate parameter provided in request. Duplicated parameters: [state, nonce].",
    });
  });

  test("names the first fault of several: response type, state, nonce, scope, prompt", async () => {
    const { openBrowser } = await createTestOrg();
    const faults = [
      ["response_type", "code", "id_token", "unsupported_response_type"],
      ["state", undefined, "s", "'state' parameter"],
      ["nonce", undefined, "n", "'nonce' parameter"],
      ["scope", "openid roles", "openid", "Custom scopes"],
      ["prompt", "consent", "none", "'prompt' parameter"],
    ] as const;
    const request: Record<string, string | undefined> = { response_mode: "fragment" };
    for (const [name, wrong] of faults) request[name] = wrong;
    for (const [name, , right, complaint] of faults) {
      const fragment = readFragment(await openBrowser().authorize(request));
      expect(`${fragment.error} ${fragment.error_description}`).toContain(complaint);
      request[name] = right;
    }
  });
});

describe("a request that is allowed", () => {
  test("gets the sign-in page at its own address, and leaves what it was asked for alone", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ login_hint: "joe.user@example.com" });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('value="joe.user@example.com" required');
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("may be posted, and then has no query", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    const posted = await browser.post("/oauth2/v1/authorize", buildRequest());
    expect(await posted.text()).toContain("Username");
    const both = await browser.post("/oauth2/v1/authorize?x=1", buildRequest());
    expect(both.status).toBe(400);
  });

  test("is answered at once in a browser that has signed in, also without a prompt", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    expect(readFragment(await browser.authorize())).toHaveProperty("id_token");
    expect(readFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("id_token");
    expect((await openBrowser().authorize()).status).toBe(200);
  });

  test("is answered with the words in any order", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_type: "token id_token" });
    expect(Object.keys(readFragment(response))).toEqual([
      "id_token",
      "access_token",
      "token_type",
      "expires_in",
      "scope",
      "state",
    ]);
  });

  test.each([
    ["the form for another sign-in", { prompt: "login" }],
    ["a sign-in that is fresher than the last", { max_age: "60" }],
    ["a sign-in at any rate", { max_age: "0" }],
  ])("gets the sign-in page in spite of a session where it asks for %s", async (_case, change) => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    advance(61);
    expect((await browser.authorize(change)).status).toBe(200);
    expect(readFragment(await browser.signIn(it, change))).toHaveProperty("id_token");
  });

  test("is refused where the sign-in is too old and there is to be no prompt", async () => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    advance(61);
    expect(readFragment(await browser.authorize({ prompt: "none", max_age: "60" }))).toMatchObject({
      error: "login_required",
      error_description:
        "The client specified not to prompt, but the client app requires re-authentication or MFA.",
    });
    expect(readFragment(await browser.authorize({ prompt: "none", max_age: "61" }))).toHaveProperty(
      "id_token",
    );
  });

  test("may have the answer posted by a page that allows nothing else", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_mode: "form_post" });
    const page = await response.text();
    expect(page).toContain(`<form class="credentials" method="post" action="${redirectUri}">`);
    expect(page).toMatch(/name="id_token" value="[\w-]+\.[\w-]+\.[\w-]+"/);
    expect(page).toContain('name="state" value="myState"');
    expect(response.headers.get("Content-Security-Policy")).toMatch(
      /script-src 'sha256-[^']+'; form-action https:\/\/app\.example;/,
    );
  });

  test("may have the answer handed to its window, and to no other origin's", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_mode: "okta_post_message" });
    const page = await response.text();
    expect(page).toContain('data-origin="https://app.example"');
    expect(unescapeHtml(page)).toMatch(/data-message="\{"id_token":"[^"]+","state":"myState"\}"/);
    expect(response.headers.get("Content-Security-Policy")).toContain(
      "frame-ancestors https://app.example",
    );
    expect(response.headers.get("X-Frame-Options")).toBeNull();
  });
});

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
