import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import {
  buildRequest,
  clientId,
  createTestOrg,
  linkToApp,
  parseFragment,
  redirectUri,
} from "../../test-support/test-org.ts";

const it = "it.user@example.com";

describe("a request whose client or redirect URI is invalid", () => {
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
  ])("gets the 400 page for %s", async (_case, change, description) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize(change);
    const page = unescapeHtml(await response.text());

    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
    expect(page).toContain("<h1>400 Bad Request</h1>");
    expect(page).toContain(description);
  });

  test.each([
    ["client", { client_id: "0oaunknown" }, "0oaunknown", clientId],
    ["redirect URI", { redirect_uri: `${redirectUri}/` }, `${redirectUri}/`, redirectUri],
  ])(
    "shows the requested and the registered %s",
    async (_case, change, requestedValue, registered) => {
      const { openBrowser } = await createTestOrg();
      const page = await (await openBrowser().authorize(change)).text();
      expect(page).toContain(`<dd><code>${requestedValue}</code></dd>`);
      expect(page).toContain(`<dd><code>${registered}</code></dd>`);
    },
  );

  test("says that the app with the requested client ID is deactivated", async () => {
    const applications = seedConfiguration.applications.map((app) => ({
      ...app,
      label: "<My app>",
      status: "INACTIVE" as const,
    }));
    const configuration = { ...seedConfiguration, applications };
    const { openBrowser } = await createTestOrg({ configuration });
    const response = await openBrowser().authorize();
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain("The app <bdi>&lt;My app&gt;</bdi> has this ID, but it is deactivated.");
    const unknown = await openBrowser().authorize({ client_id: "0oaunknown" });
    expect(await unknown.text()).not.toContain("deactivated");
  });

  test("says that the authorization server with the requested ID is deactivated", async () => {
    const customServers = seedConfiguration.customServers.map((server) => ({
      ...server,
      name: "<My server>",
      status: "INACTIVE" as const,
    }));
    const configuration = { ...seedConfiguration, customServers };
    const { openBrowser } = await createTestOrg({ configuration });
    const open = async (id: string) => {
      const path = `/oauth2/${id}/v1/authorize?client_id=${clientId}`;
      const response = await openBrowser().get(path, { accept: "text/html" });
      expect(response.status).toBe(400);
      return response.text();
    };
    expect(await open("default")).toContain(
      "The authorization server <bdi>&lt;My server&gt;</bdi> has this ID, but it is deactivated.",
    );
    expect(await open("unknown")).not.toContain("deactivated");
  });

  test.each([
    ["an unknown client", { client_id: "0oaunknown" }],
    ["an unknown redirect URI", { redirect_uri: "https://evil.example/" }],
    ["a request that is too long", { state: "s".repeat(40_000) }],
  ])("gets a link back to the registered app for %s", async (_case, change) => {
    const { openBrowser } = await createTestOrg();
    const page = await (await openBrowser().authorize(change)).text();
    expect(page).toContain(linkToApp("Back to app.example"));
    expect(page).not.toContain('href="https://evil.example');
  });

  test("gets a link back to the page that sent it, although an admin removed its redirect URI", async () => {
    const applications = seedConfiguration.applications.map((app) => {
      const oauthClient = {
        ...app.settings.oauthClient,
        redirect_uris: ["https://other.example/"],
      };
      const withoutStartUris = { signIn: [redirectUri], signOut: [] };
      return { ...app, settings: { ...app.settings, oauthClient }, withoutStartUris };
    });
    const configuration = { ...seedConfiguration, applications };
    const { openBrowser } = await createTestOrg({ configuration });
    const page = await (await openBrowser().authorize()).text();
    expect(page).toContain("<dd><code>https://other.example/</code></dd>");
    expect(page).toContain(linkToApp("Back to app.example"));
  });

  test("gets the 400 page for a repeated redirect URI, even if one of the two is registered", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(
      `/oauth2/v1/authorize?${buildRequest()}&redirect_uri=https%3A%2F%2Fevil.example`,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Duplicated parameters: [redirect_uri].");
  });

  test("gets the 400 page if it is too long to store", async () => {
    const browser = (await createTestOrg()).openBrowser();
    const send = (state: string) => browser.post("/oauth2/v1/authorize", buildRequest({ state }));
    const response = await send("s".repeat(40_000));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("longer than 32768 characters");
    expect((await send("s".repeat(30_000))).status).toBe(200);
  });

  test("can't inject markup into it", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({
      redirect_uri: "x\"'><script>alert(1)</script>",
    });
    expect(await response.text()).not.toContain("<script>alert");
  });
});

describe("a valid request", () => {
  test("gets the sign-in page without a redirect", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().authorize({ login_hint: "joe.user@example.com" });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('value="joe.user@example.com" required');
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("can be a POST without a query", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    const posted = await browser.post("/oauth2/v1/authorize", buildRequest());
    expect(await posted.text()).toContain("Username");
    const both = await browser.post("/oauth2/v1/authorize?x=1", buildRequest());
    expect(both.status).toBe(400);
  });

  test("redirects at once if there is a session, also with prompt=none", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    expect(parseFragment(await browser.authorize())).toHaveProperty("id_token");
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("id_token");
    expect((await openBrowser().authorize()).status).toBe(200);
  });

  test("redirects at once with prompt=consent, because no scope needs consent", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    expect(parseFragment(await browser.authorize({ prompt: "consent" }))).toHaveProperty(
      "id_token",
    );
  });

  test.each([
    ["Spring Security", "zYvMuYwLKppJOIQkOGWGL-RVQcGTIRQTpgv32H3ZPSk="],
    ["oauth2-proxy", "8ZcLkqhd_-0:/reports?year=2026&all#top"],
    ["a client that sends its URL", "https://localhost/"],
    ["a client that sends an equals sign", "="],
    ["a client that sends spaces and letters outside ASCII", "été à Genève 管理者"],
  ])("returns the state that %s sends", async (_client, state) => {
    const { openBrowser } = await createTestOrg();
    expect(parseFragment(await openBrowser().signIn(it, { state }))).toMatchObject({ state });
  });

  test("accepts the response types in any order", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_type: "token id_token" });
    expect(Object.keys(parseFragment(response))).toEqual([
      "id_token",
      "access_token",
      "token_type",
      "expires_in",
      "scope",
      "state",
    ]);
  });

  test.each([
    { prompt: "login" },
    { prompt: "login consent" },
    { prompt: "consent login" },
    { max_age: "60" },
    { max_age: "0" },
  ])("gets the sign-in page despite a session that is 61 seconds old: %j", async (change) => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    advance(61);
    expect((await browser.authorize(change)).status).toBe(200);
    expect(parseFragment(await browser.signIn(it, change))).toHaveProperty("id_token");
  });

  test("is refused if the session is older than max_age and the request has prompt=none", async () => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(it);
    advance(61);
    expect(parseFragment(await browser.authorize({ prompt: "none", max_age: "60" }))).toMatchObject(
      {
        error: "login_required",
        error_description:
          "The client specified not to prompt, but the client app requires re-authentication or MFA.",
      },
    );
    expect(
      parseFragment(await browser.authorize({ prompt: "none", max_age: "61" })),
    ).toHaveProperty("id_token");
  });

  test("can get its response from a page that only posts it", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_mode: "form_post" });
    const page = await response.text();
    expect(page).toContain(`<form method="post" action="${redirectUri}">`);
    expect(page).toMatch(/name="id_token" value="[\w-]+\.[\w-]+\.[\w-]+"/);
    expect(page).toContain('name="state" value="myState"');
    expect(response.headers.get("Content-Security-Policy")).toMatch(
      /script-src 'sha256-[^']+'; form-action https:\/\/app\.example;/,
    );
  });

  test("can have the response sent by postMessage to its own origin only", async () => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().signIn(it, { response_mode: "okta_post_message" });
    const page = await response.text();
    expect(page).toContain('data-origin="https://app.example"');
    expect(unescapeHtml(page)).toMatch(/data-message="\{"id_token":"[^"]+","state":"myState"\}"/);
    expect(response.headers.get("Content-Security-Policy")).toContain(
      "frame-ancestors https://app.example",
    );
    expect(response.headers.get("X-Frame-Options")).toBeNull();
    expect(page).toMatch(/<div id="sent" hidden>\s*<h1>Response sent to app.example/);
    expect(page).toMatch(/<div id="unsent">\s*<h1>Response not sent/);
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
