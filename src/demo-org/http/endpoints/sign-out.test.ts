import { describe, expect, test } from "vitest";
import {
  createTestOrg,
  parseFragment,
  redirectUri,
  type TestBrowser,
} from "../../test-support/test-org.ts";

async function signIn() {
  const org = await createTestOrg();
  const browser = org.openBrowser();
  const { id_token: idToken = "" } = parseFragment(await browser.signIn("it.user@example.com"));
  return { ...org, browser, idToken };
}

const isSignedIn = async (browser: TestBrowser) =>
  "id_token" in parseFragment(await browser.authorize({ prompt: "none" }));

const logOut = (browser: TestBrowser, parameters: Record<string, string>, server = "") =>
  browser.get(`/oauth2${server}/v1/logout?${new URLSearchParams(parameters)}`);

describe("/login/signout", () => {
  test("ends the session", async () => {
    const { browser } = await signIn();
    expect((await browser.get("/login/signout")).status).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test.each([
    ["a page of the org", "/oauth2/v1/keys", "https://org.example/oauth2/v1/keys#"],
    ["a registered address", redirectUri, `${redirectUri}#`],
    ["no foreign address", "https://evil.example/", null],
    ["no address without a scheme", "//evil.example/", null],
    ["no address behind a backslash", "/\\evil.example/", null],
    ["no address that only begins like the org's", "https://org.example.evil.example/", null],
    ["no script", "javascript:alert(1)", null],
  ])("redirects to %s", async (_case, fromURI, location) => {
    const { browser } = await signIn();
    const response = await browser.get(`/login/signout?${new URLSearchParams({ fromURI })}`);
    expect(response.headers.get("Location")).toBe(location);
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe("/logout", () => {
  test("ends the session for a client, and redirects to it with its state", async () => {
    const { browser, idToken, advance } = await signIn();
    advance(2 * 3600 - 1); // The ID token has expired by now, which must not matter.
    const response = await logOut(browser, {
      id_token_hint: idToken,
      post_logout_redirect_uri: redirectUri,
      state: "a&b",
    });
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe(`${redirectUri}?state=a%26b#`);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("can be a POST", async () => {
    const { browser, idToken } = await signIn();
    const response = await browser.post("/oauth2/v1/logout", { id_token_hint: idToken });
    expect(response.status).toBe(200);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test("shows the requested and the registered sign-out redirect URIs", async () => {
    const { browser, idToken } = await signIn();
    const response = await logOut(browser, {
      id_token_hint: idToken,
      post_logout_redirect_uri: "https://app.example/",
    });
    const page = await response.text();
    expect(page).toMatch(/Requested sign-out redirect URI.*https:\/\/app\.example\/</);
    expect(page).toContain(`Registered sign-out redirect URIs</dt><dd><code>${redirectUri}<`);
  });

  test.each([
    ["no hint", (_token: string) => ({}), ""],
    ["a hint with an invalid signature", (token: string) => ({ id_token_hint: `${token}x` }), ""],
    ["another server's hint", (token: string) => ({ id_token_hint: token }), "/default"],
    [
      "an address that is not registered",
      (token: string) => ({
        id_token_hint: token,
        post_logout_redirect_uri: "https://evil.example/",
      }),
      "",
    ],
  ])("keeps the session and doesn't redirect for %s", async (_case, build, server) => {
    const { browser, idToken } = await signIn();
    const response = await logOut(browser, { ...build(idToken) }, server);
    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
    expect(await isSignedIn(browser)).toBe(true);
  });
});
