import { describe, expect, test } from "vitest";
import { explorerApplication } from "../../seed/application.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { createTestOrg, parseFragment } from "../../test-support/test-org.ts";

/** Registered redirect URIs. A URL parser would change the first five. */
const registered = [
  "HTTP://App.Example",
  "https://app.example:443",
  "http://localhost:1234?x",
  "http://localhost:1234?",
  "https://app.example/a/../b%7e?q=',",
  "https://app.example/callback?tenant=1",
  "com.example.app:/callback",
];

/** Opens a browser of an org in which these redirect URIs are registered, and code and implicit are allowed. */
async function openBrowser(redirectUris = registered) {
  const application = {
    ...explorerApplication,
    credentials: {
      oauthClient: { ...explorerApplication.credentials.oauthClient, pkce_required: false },
    },
    settings: {
      oauthClient: {
        ...explorerApplication.settings.oauthClient,
        grant_types: ["authorization_code" as const, "implicit" as const],
        response_types: ["code" as const, "id_token" as const],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: redirectUris,
      },
    },
  };
  const configuration = { ...seedConfiguration, applications: [application] };
  return (await createTestOrg({ configuration })).openBrowser();
}

const findLocation = (response: Response) => response.headers.get("Location") ?? "";

describe.each(registered)("a redirect to %s", (redirectUri) => {
  const joint = /\?$/.test(redirectUri) ? "" : redirectUri.includes("?") ? "&" : "?";

  test("keeps the registered string, with the response in the fragment", async () => {
    const browser = await openBrowser();
    const response = await browser.signIn("it.user@example.com", { redirect_uri: redirectUri });
    expect(findLocation(response).startsWith(`${redirectUri}#id_token=`)).toBe(true);
  });

  test("keeps the registered string, with the response in the query and an empty fragment", async () => {
    const browser = await openBrowser();
    const request = { redirect_uri: redirectUri, response_type: "code" };
    const granted = findLocation(await browser.signIn("it.user@example.com", request));
    expect(granted.startsWith(`${redirectUri}${joint}code=`)).toBe(true);
    expect(granted.endsWith("&state=myState#")).toBe(true);

    const refused = findLocation(await browser.authorize({ ...request, prompt: "consen" }));
    expect(refused.startsWith(`${redirectUri}${joint}state=myState&error=`)).toBe(true);
    expect(refused.endsWith("#")).toBe(true);
  });

  test("keeps the registered string after a sign-out", async () => {
    const browser = await openBrowser();
    const response = await browser.signIn("it.user@example.com", { redirect_uri: redirectUri });
    const { id_token: hint = "" } = parseFragment(response);
    const signOut = (state: Record<string, string>) =>
      browser.get(
        `/oauth2/v1/logout?${new URLSearchParams({
          id_token_hint: hint,
          post_logout_redirect_uri: redirectUri,
          ...state,
        })}`,
      );
    expect(findLocation(await signOut({}))).toBe(`${redirectUri}#`);
    expect(findLocation(await signOut({ state: "a&b" }))).toBe(
      `${redirectUri}${joint}state=a%26b#`,
    );
  });
});

test("a form_post response is posted to the registered string", async () => {
  const browser = await openBrowser();
  const change = { redirect_uri: "HTTP://App.Example", response_mode: "form_post" };
  const response = await browser.signIn("it.user@example.com", change);
  expect(await response.text()).toContain('action="HTTP://App.Example"');
});

test.each(["javascript:alert(1)", "file:///etc/passwd", "blob:https://app.example/1"])(
  "a response is never sent to %s, even if an older release stored this redirect URI",
  async (forbidden) => {
    const usable = "https://app.example/usable";
    const browser = await openBrowser([forbidden, usable]);
    const refused = await browser.authorize({ redirect_uri: forbidden });
    expect(refused.status).toBe(400);
    expect(refused.headers.get("Location")).toBeNull();

    const response = await browser.signIn("it.user@example.com", { redirect_uri: usable });
    const { id_token: hint = "" } = parseFragment(response);
    const parameters = { id_token_hint: hint, post_logout_redirect_uri: forbidden };
    const signOut = await browser.get(`/oauth2/v1/logout?${new URLSearchParams(parameters)}`);
    expect(signOut.status).toBe(400);
    expect(signOut.headers.get("Location")).toBeNull();
  },
);
