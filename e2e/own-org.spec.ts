import type { Page, Route } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findSend } from "./support/regions.ts";
import { readRequest } from "./support/request-url.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * The form with an org of one's own, whichever it is. Those named here are nobody's: what they answer is made up, and
 * the network is not asked.
 */
const orgUrl = "https://dev-123.okta.com";
const crossOrigin = { "access-control-allow-origin": "*" };

function findDomain(page: Page) {
  return page.getByRole("textbox", { name: "Okta domain" });
}

/** As an Okta org answers, with as much of its metadata as the page reads. */
async function answerMetadata(route: Route): Promise<void> {
  const issuer = route.request().url().replace("/.well-known/openid-configuration", "");
  const base = issuer === orgUrl ? `${issuer}/oauth2` : issuer;
  const metadata = {
    issuer,
    authorization_endpoint: `${base}/v1/authorize`,
    userinfo_endpoint: `${base}/v1/userinfo`,
    jwks_uri: `${base}/v1/keys`,
    scopes_supported: ["openid", "profile", "groups"],
  };
  await route.fulfill({ json: metadata, headers: crossOrigin });
}

test.describe("with an org of one's own", { tag: "@node" }, () => {
  test("no field is called wrong before somebody was there, and nothing is sent without a client ID", async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/authorize?")) sent.push(request.url());
    });
    await page.goto("./");
    await page.getByRole("radio", { name: "My Okta org" }).check();
    const clientId = page.getByRole("textbox", { name: "Client ID" });
    const askedForDomain = page.getByText("Enter your org");
    const askedForClientId = page.getByText("Enter the Client ID");
    await expect(clientId).toBeVisible();
    await expect(page.getByText("Enter ")).toHaveCount(0);

    await findDomain(page).fill(nodeOrg.url);
    await expect(page.getByText("The server answers: see its endpoints")).toBeVisible();
    await expect(page.getByText("Enter ")).toHaveCount(0);
    await findSend(page).click();
    await expect(askedForClientId).toBeVisible();
    await expect(askedForDomain).toHaveCount(0);
    await expect(clientId).toHaveAttribute("aria-invalid", "true");
    await expect(clientId).toHaveAccessibleDescription(/General tab/);
    await expect(clientId).toBeFocused();
    await expect(page.getByText("Not sent: see the marked field")).toBeVisible();
    await page.getByRole("button", { name: "Compare fat and thin" }).click();
    await expect(clientId).toBeFocused();
    expect(sent).toEqual([]);

    await findDomain(page).fill("");
    await expect(askedForDomain).toBeVisible();
    await findDomain(page).fill(nodeOrg.url);
    await clientId.fill(nodeOrg.clientId);
    await expect(page.getByText("Enter ")).toHaveCount(0);
    await clientId.press("Enter");
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  test("a request that led nowhere can be sent again", async ({ page, openPage }) => {
    await page.route("**/oauth2/v1/authorize?*", (route) => route.fulfill({ status: 204 }), {
      times: 1,
    });
    await openPage();
    await findSend(page).click();
    await expect(page.getByText("Going to the authorization server")).toBeVisible();
    await findSend(page).click();
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  });

  test("an address is taken as people paste it, and the page says what it made of it", async ({
    page,
  }) => {
    await page.route(`${orgUrl}/**`, answerMetadata);
    await page.goto("./");
    await page.getByRole("radio", { name: "My Okta org" }).check();
    const cases = [
      ["dev-123.okta.com", "/oauth2/v1/authorize", undefined],
      ["  dev-123.okta.com/ ", "/oauth2/v1/authorize", undefined],
      ["HTTPS://Dev-123.OKTA.com", "/oauth2/v1/authorize", undefined],
      ["http://dev-123.okta.com", "/oauth2/v1/authorize", "http was replaced"],
      ["https://dev-123.okta.com/app/UserHome?x=1#y", "/oauth2/v1/authorize", "own address"],
      [
        "https://dev-123-admin.okta.com/admin/apps",
        "/oauth2/v1/authorize",
        "Sign-in happens at dev-123.okta.com",
      ],
      [
        "https://dev-123.okta.com/oauth2/default",
        "/oauth2/default/v1/authorize",
        "custom authorization server “default”",
      ],
    ] as const;
    const connection = page.getByRole("status");
    for (const [pasted, path, note] of cases) {
      await findDomain(page).fill("");
      await page.getByRole("radio", { name: "Org" }).check();
      await findDomain(page).fill(pasted);
      await expect
        .poll(() => readRequest(page), pasted)
        .toMatchObject({ endpoint: orgUrl + path, response_type: "id_token" });
      if (note) await expect(connection.filter({ hasText: note })).toBeVisible();
    }
    await expect(page.getByRole("radio", { name: "Custom", exact: true })).toBeChecked();
    await expect(page.getByRole("textbox", { name: "Authorization server ID" })).toHaveValue(
      "default",
    );
  });

  test("the server's endpoints are shown, the URL leads to the fields, and the redirect URI can be copied", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.route(`${orgUrl}/**`, answerMetadata);
    await page.goto("./?org=dev-123.okta.com&server=aus1");
    await page.getByText("The server answers: see its endpoints").click();
    for (const path of ["authorize", "userinfo", "keys"])
      await expect(
        page.getByRole("definition").getByText(`${orgUrl}/oauth2/aus1/v1/${path}`),
      ).toBeVisible();

    await page.getByRole("button", { name: /^client_id=/ }).click();
    await expect(page.getByRole("textbox", { name: "Client ID" })).toBeFocused();
    await page.getByRole("button", { name: `${orgUrl}/oauth2/aus1/v1/authorize` }).click();
    await expect(findDomain(page)).toBeFocused();

    const redirectUri = new URL("./", page.url()).href;
    await expect(page.getByText("Register this sign-in redirect URI")).toContainText(redirectUri);
    await page.getByRole("button", { name: "Copy redirect URI" }).click();
    await expect(page.getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(redirectUri);
  });

  const problems: readonly [what: string, said: string, answer: (route: Route) => Promise<void>][] =
    [
      [
        "cannot be reached",
        "Nothing readable answered there",
        (route) => route.abort("namenotresolved"),
      ],
      [
        "is not Okta",
        "this does not look like an Okta org",
        (route) =>
          route.fulfill({
            contentType: "text/html",
            body: "<h1>Welcome</h1>",
            headers: crossOrigin,
          }),
      ],
      [
        "has no such server",
        "knows no such authorization server",
        (route) =>
          route.fulfill({
            status: 404,
            json: { errorCode: "E0000007", errorSummary: "Not found: Resource not found" },
            headers: crossOrigin,
          }),
      ],
      [
        "calls itself something else",
        "names another issuer, https://login.example.com,",
        (route) =>
          route.fulfill({
            json: {
              issuer: "https://login.example.com",
              authorization_endpoint: `${orgUrl}/oauth2/v1/authorize`,
              jwks_uri: `${orgUrl}/oauth2/v1/keys`,
            },
            headers: crossOrigin,
          }),
      ],
    ];
  for (const [what, said, answer] of problems)
    test(`an org that ${what} is said to, and may be asked all the same`, async ({ page }) => {
      await page.route(`${orgUrl}/**/.well-known/**`, answer);
      await page.route(`${orgUrl}/oauth2/**/authorize?*`, (route) =>
        route.fulfill({ contentType: "text/html", body: "<h1>The org was asked</h1>" }),
      );
      await page.goto(`./?org=dev-123.okta.com&client_id=${nodeOrg.clientId}&server=aus1`);
      await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
      await expect(page.getByText("You can send the request all the same")).toBeVisible();

      await findSend(page).click();
      await expect(page.getByRole("heading", { name: "The org was asked" })).toBeVisible();
      expect(page.url()).toMatch(
        `${orgUrl}/oauth2/aus1/v1/authorize?client_id=${nodeOrg.clientId}&`,
      );
    });
});
