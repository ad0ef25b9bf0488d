import type { Page, Route } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  findRegion,
  findRequestForm,
  findRuns,
  findSend,
  openOrgChoice,
} from "./support/regions.ts";
import { findUrlLine, readRequest } from "./support/request-url.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * The form with your own org. dev-123.okta.com is never contacted: Playwright responds instead.
 */
const orgUrl = "https://dev-123.okta.com";
const crossOrigin = { "access-control-allow-origin": "*" };

function findDomain(page: Page) {
  return page.getByRole("textbox", { name: "Okta domain" });
}

async function chooseOwnOrg(page: Page) {
  const popover = await openOrgChoice(page);
  await popover.getByRole("radio", { name: "My Okta org" }).check();
  return popover;
}

/** Returns metadata as an Okta org does, as far as the page reads it. */
async function respondWithMetadata(route: Route): Promise<void> {
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

test.describe("with your own org", { tag: "@node" }, () => {
  test("a field shows no error before the user visited it, and nothing is sent without a client ID", async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/authorize?")) sent.push(request.url());
    });
    await page.goto("./");
    const popover = await chooseOwnOrg(page);
    const clientId = popover.getByRole("textbox", { name: "Client ID" });
    await expect(clientId).toBeVisible();
    await findDomain(page).fill(nodeOrg.url);
    for (const field of [findDomain(page), clientId])
      await expect(field).not.toHaveAttribute("aria-invalid");

    // The closed org choice opens to show the error in it.
    await page.keyboard.press("Escape");
    await expect(popover).toBeHidden();
    for (const button of [findSend(page), page.getByRole("button", { name: /^Compare fat/ })]) {
      await button.click();
      await expect(clientId).toBeFocused();
      await expect(clientId).toHaveAttribute("aria-invalid", "true");
      await expect(clientId).toHaveAccessibleDescription(/General tab/);
      await page.keyboard.press("Escape");
      await expect(popover).toBeHidden();
      await expect(findRequestForm(page).getByRole("status").last()).toContainText("Not sent");
    }
    expect(sent).toEqual([]);

    // Enter applies the org choice and closes it.
    await openOrgChoice(page);
    await clientId.fill(nodeOrg.clientId);
    await clientId.press("Enter");
    await expect(popover).toBeHidden();
    await expect(page.getByRole("button", { name: "Okta org: localhost:8080" })).toBeVisible();
    await findSend(page).click();
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  test("the page warns about a client ID that the org does not know before a request is sent", async ({
    page,
  }) => {
    await page.goto("./");
    const popover = await chooseOwnOrg(page);
    const state = page.getByRole("banner").getByRole("status");
    await expect(state).toHaveText("My Okta org: enter a domain");
    await findDomain(page).fill(nodeOrg.url);
    const clientId = popover.getByRole("textbox", { name: "Client ID" });
    await clientId.fill(nodeOrg.clientId.slice(0, -1));
    await expect(clientId).toHaveAccessibleDescription(/has no app with this client ID/);
    await expect(state).toHaveText("localhost:8080: unknown client ID");
    await clientId.fill(nodeOrg.clientId);
    await expect(state).toHaveText("localhost:8080: responds");
    await expect(clientId).not.toHaveAttribute("aria-invalid");
  });

  test("after the org's own error page, the page says what the cause may be", async ({ page }) => {
    await page.goto(`./?org=${encodeURIComponent(nodeOrg.url)}&client_id=0oaUnknown123`);
    await findSend(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    await page.goBack();
    const card = findRegion(page, "No response arrived");
    await expect(card).toContainText("If Okta showed a 400 page");
    await expect(card).toContainText(new URL("./", page.url()).href);

    // The org's page has a link back to the page, too, without a query.
    await findSend(page).click();
    await page.getByRole("link", { name: /back/i }).click();
    await expect(card).toBeVisible();
    const popover = await openOrgChoice(page);
    await popover.getByRole("textbox", { name: "Client ID" }).fill(nodeOrg.clientId);
    await expect(card).toHaveCount(0);
  });

  test("a domain is explained if it is invalid, and corrected if it is pasted in another form", async ({
    page,
  }) => {
    await page.route(`${orgUrl}/**`, respondWithMetadata);
    await page.goto("./");
    const popover = await chooseOwnOrg(page);
    for (const [typed, sentence] of [
      ["javascript:alert(1)", /https/],
      ["https://:secret@dev-123.okta.com", /@/],
    ] as const) {
      await findDomain(page).fill(typed);
      await findDomain(page).blur();
      await expect(findDomain(page)).toHaveAttribute("aria-invalid", "true");
      await expect(findDomain(page)).toHaveAccessibleDescription(sentence);
    }
    const clientId = popover.getByRole("textbox", { name: "Client ID" });
    await clientId.fill("0oa abc def");
    await clientId.press("Enter");
    await expect(popover).toBeVisible();
    await expect(clientId).toHaveAccessibleDescription(/space/);
    await page.keyboard.press("Escape");
    await findSend(page).click();
    await expect(findDomain(page)).toBeFocused();
    await expect(findDomain(page)).toHaveValue("https://:secret@dev-123.okta.com");

    await findDomain(page).fill("  https://Dev-123-admin.OKTA.com/oauth2/default ");
    await expect
      .poll(() => readRequest(page))
      .toMatchObject({ endpoint: `${orgUrl}/oauth2/default/v1/authorize` });
    await expect(popover.getByRole("status").filter({ hasText: /default/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("radio", { name: "Custom", exact: true })).toBeChecked();
  });

  test("the org choice shows the server's endpoints and the redirect URI to register, or that the org can't be reached", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.route(`${orgUrl}/**`, respondWithMetadata);
    await page.goto("./?server=aus1");
    const popover = await chooseOwnOrg(page);
    await findDomain(page).fill("dev-123.okta.com");
    await popover.getByText(/Show its endpoints/).click();
    const paths = [
      ...["authorize", "userinfo", "keys"].map((name) => `/oauth2/aus1/v1/${name}`),
      "/oauth2/aus1/.well-known/openid-configuration",
      "/.well-known/oauth-authorization-server/oauth2/aus1",
    ];
    for (const path of paths)
      await expect(popover.getByRole("definition").getByText(`${orgUrl}${path}`)).toBeVisible();

    const redirectUri = new URL("./", page.url()).href;
    await expect(popover).toContainText(redirectUri);
    await popover.getByRole("button", { name: "Copy redirect URI" }).click();
    await expect(popover.getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(redirectUri);
    await popover.getByText("No app yet?").click();
    await expect(popover.getByText("Single-Page Application")).toBeVisible();

    // A line of the URL opens the org choice if the line's field is there.
    await page.keyboard.press("Escape");
    await findUrlLine(page, "client_id").click();
    await expect(popover.getByRole("textbox", { name: "Client ID" })).toBeFocused();

    await page.route("https://gone.okta.com/**", (route) => route.abort("namenotresolved"));
    await findDomain(page).fill("gone.okta.com");
    await expect(popover.getByRole("status").filter({ hasText: "can’t be reached" })).toBeVisible();
    await expect(popover).toContainText("You can still send the request");
  });
});

test("the demo org's runs and the input for your own org stay separate", {
  tag: "@worker",
}, async ({ page, sendRequest }) => {
  await page.route(`${orgUrl}/**`, respondWithMetadata);
  await sendRequest({ tokenType: "Both" });
  const popover = await chooseOwnOrg(page);
  await findDomain(page).fill("dev-123.okta.com");
  const clientId = popover.getByRole("textbox", { name: "Client ID" });
  await clientId.fill("0oa1b2c3d4");
  await clientId.press("Enter");
  const runs = findRuns(page);
  await expect(runs.last()).toHaveText("Next request");
  await expect(runs.last()).toHaveAttribute("aria-current", "true");
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(runs.first()).toContainText("Demo org · both tokens");
  await expect(findSend(page)).toHaveText("Send request");

  await runs.first().click();
  await expect(findSend(page)).toHaveText("Send request");
  const leaving = page.waitForEvent("domcontentloaded");
  await page.getByRole("button", { name: "Request the ID token only in the demo org" }).click();
  await leaving;
  await expect(runs).toHaveCount(2);
  await expect(findSend(page)).toHaveText("Send again");
  await chooseOwnOrg(page);
  await expect(findDomain(page)).toHaveValue("dev-123.okta.com");
  await expect(clientId).toHaveValue("0oa1b2c3d4");
});
