import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findSend, findVerdict } from "./support/regions.ts";

/** Differs from the page's default, so that the tests notice a form that was reset. */
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

test("a refusal of the user or of the groups is explained, and another user can sign in", {
  tag: "@node",
}, async ({ page, orgUrl, sendRequest, signIn }) => {
  const signInAsAnotherUser = findRequestForm(page).getByRole("button", {
    name: "Sign in as another user",
  });
  await sendRequest({ ...choice, person: "outside.user@example.com" });
  await expectError(page, ["access_denied", "User is not assigned to the client application."]);
  await expectFormKept(page, orgUrl);

  await page.getByRole("checkbox", { name: "groups", exact: true }).check();
  await page.getByRole("radio", { name: "ID token", exact: true }).check();
  await signInAsAnotherUser.click();
  await signIn("many.groups@example.com");
  await expect(page.getByRole("alert").getByRole("heading")).toContainText("100 groups");
  await expectError(page, ["server_error"]);

  await signInAsAnotherUser.click();
  await signIn("joe.user@example.com");
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
    "Midwest Sales",
    "Everyone",
  ]);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a refusal in the query, or of an unknown request, is explained, and the form is kept @worker", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const url = await startRequest(choice);
  url.searchParams.set("response_type", "none");
  await page.goto(url.href);
  await expectError(page, ["unsupported_response_type"]);
  await expectFormKept(page, orgUrl);

  await findSend(page).click();
  await page.getByRole("textbox", { name: "Username" }).waitFor();
  const next = new URL(page.url());
  next.searchParams.delete("state");
  await page.goto(next.href);
  await expectError(page, ["invalid 'state' parameter", "Don’t trust this response"]);
  await expectFormKept(page, orgUrl);
});

test("the button on the card of a missing scope sends the request without it @worker", async ({
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

test("the org's page for a request that it can't trust does not redirect, and links back to the form", {
  tag: "@worker",
}, async ({ page, startRequest, orgUrl }) => {
  const url = await startRequest(choice);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expectFormKept(page, orgUrl);

  await page.goto(url.href);
  const cases: readonly [change: (parameters: URLSearchParams) => void, quote: string][] = [
    [
      (it) => it.set("redirect_uri", `${it.get("redirect_uri")}callback`),
      "The 'redirect_uri' parameter must be a Login redirect URI",
    ],
    [
      (it) => it.set("client_id", "0oaunknownapp000000h7"),
      "Invalid value for 'client_id' parameter.",
    ],
  ];
  for (const [change, quote] of cases) {
    const changed = new URL(url);
    change(changed.searchParams);
    await page.goto(changed.href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    await expect(page.getByRole("main")).toContainText(quote);
    expect(page.url()).toBe(changed.href);
  }
  await page.getByRole("link", { name: "Back to localhost" }).click();
  await expectFormKept(page, orgUrl);
});
