import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findSend, findVerdict } from "./support/regions.ts";

/** Unlike the page's default, so that a form that was reset shows. */
const choice = {
  tokenType: "Both",
  scopes: ["openid", "email"],
} as const satisfies RequestChoice;

/** Expects one card with Okta's own words and a button, and a form that kept the request. */
async function expectError(page: Page, quotes: readonly string[]): Promise<void> {
  const alert = page.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(findVerdict(page).getByRole("alert")).toBeVisible();
  for (const quote of quotes) await expect(alert).toContainText(quote);
  await expect(findVerdict(page).getByRole("button").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Claims" })).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe("");
}

async function expectFormKept(page: Page, orgUrl: string): Promise<void> {
  await expect(page.getByRole("radio", { name: choice.tokenType, exact: true })).toBeChecked();
  const scopes = page.getByRole("group", { name: "Scopes" });
  await expect(scopes.getByRole("checkbox", { name: "email", exact: true })).toBeChecked();
  await expect(scopes.getByRole("checkbox", { name: "groups", exact: true })).not.toBeChecked();
  await expect(findRegion(page, "Request URL")).toContainText(`${orgUrl}/oauth2/v1/authorize`);
  await expect(findSend(page)).toBeEnabled();
}

test.describe("a refused request is explained on one card:", () => {
  const cases: readonly [
    title: string,
    change: (parameters: URLSearchParams) => void,
    quotes: readonly string[],
  ][] = [
    [
      "a missing nonce",
      (it) => it.delete("nonce"),
      ["invalid_request", "The 'nonce' parameter is required"],
    ],
    [
      "an unknown response type, returned in the query",
      (it) => it.set("response_type", "none"),
      ["unsupported_response_type"],
    ],
    [
      "no session, where the sign-in page was forbidden",
      (it) => it.set("prompt", "none"),
      ["login_required", "the user is not logged in"],
    ],
    [
      "a missing state, so that the response belongs to no request",
      (it) => it.delete("state"),
      ["invalid_request", "invalid 'state' parameter", "Don’t trust this response"],
    ],
  ];
  for (const [title, change, quotes] of cases)
    test(title, async ({ page, startRequest, orgUrl }) => {
      const url = await startRequest(choice);
      change(url.searchParams);
      await page.goto(url.href);
      await expectError(page, quotes);
      await expectFormKept(page, orgUrl);
    });

  test("a user who is not assigned to the app", async ({ page, sendRequest, orgUrl }) => {
    await sendRequest({ ...choice, person: "outside.user@example.com" });
    await expectError(page, ["access_denied", "User is not assigned to the client application."]);
    await expectFormKept(page, orgUrl);
  });

  test("a custom scope at the org authorization server", async ({ page, sendRequest }) => {
    await sendRequest({ scopes: ["openid", "payroll"] });
    await expectError(page, ["invalid_scope", "Custom scopes are not allowed for this request."]);
    await expect(findRegion(page, "Request URL")).toContainText("payroll");
  });
});

test("the button on the card of a missing scope sends the request without it", async ({
  page,
  sendRequest,
  signIn,
}) => {
  await sendRequest({
    server: "Custom",
    tokenType: "Access token",
    scopes: ["openid", "groups"],
  });
  await expectError(page, ["invalid_scope", "One or more scopes are not configured"]);

  await findVerdict(page)
    .getByRole("button", { name: /^Remove groups/ })
    .click();
  await signIn();
  await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText([
    "Everyone",
    "IT",
  ]);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test.describe("the org does not redirect to an address that it can't trust:", () => {
  const cases: readonly [
    title: string,
    change: (parameters: URLSearchParams) => void,
    quotes: readonly string[],
  ][] = [
    [
      "an unknown client",
      (it) => it.set("client_id", "0oaunknownapp000000h7"),
      ["invalid_client", "Invalid value for 'client_id' parameter."],
    ],
    [
      "a redirect URI that is not exactly a registered one",
      (it) => it.set("redirect_uri", `${it.get("redirect_uri")}callback`),
      ["invalid_request", "The 'redirect_uri' parameter must be a Login redirect URI"],
    ],
    [
      "two redirect URIs",
      (it) => it.append("redirect_uri", "https://attacker.example/"),
      ["invalid_request", "Duplicated parameters: [redirect_uri]"],
    ],
  ];
  for (const [title, change, quotes] of cases)
    test(title, async ({ page, startRequest }) => {
      const url = await startRequest();
      change(url.searchParams);
      await page.goto(url.href);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
      for (const quote of quotes) await expect(page.getByRole("main")).toContainText(quote);
      expect(page.url()).toBe(url.href);
    });
});

test.describe("a link on the org’s page leads back to the request as it was sent:", () => {
  test("Back to the app", async ({ page, startRequest, orgUrl }) => {
    const url = await startRequest(choice);
    url.searchParams.set("client_id", "0oaunknownapp000000h7");
    await page.goto(url.href);
    await page.getByRole("link", { name: "Back to localhost" }).click();
    await expectFormKept(page, orgUrl);
  });

  test("Cancel", async ({ page, startRequest, orgUrl }) => {
    await startRequest(choice);
    await page.getByRole("link", { name: "Cancel" }).click();
    await expectFormKept(page, orgUrl);
  });
});
