import { expect, test } from "./fixtures.ts";
import { findRegion } from "./support/regions.ts";

test.describe("a part of the page that cannot be loaded", { tag: "@worker" }, () => {
  test("leaves the set-up saying so", async ({ page }) => {
    await page.context().route("**/OrgSetup-*.js", (route) => route.abort());
    await page.goto("./?setup");
    await expect(page.getByRole("alert")).toContainText("The set-up cannot be shown");
    await page.context().unroute("**/OrgSetup-*.js");
    await page.getByRole("button", { name: "Load the page again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Okta Groups Explorer");
  });

  test("leaves an address of the demo org saying so", async ({ page }) => {
    await page.context().route("**/deep-link-*.js", (route) => route.abort());
    await page.goto("./demo-org/oauth2/v1/authorize");
    await expect(page.getByRole("alert")).toContainText("The demo org cannot be shown");
  });

  test("leaves a token shown, and its signature unchecked", async ({ page, sendRequest }) => {
    await page.context().route("**/key-checks-*.js", (route) => route.abort());
    await sendRequest({ tokenType: "ID token" });
    await expect(findRegion(page, "ID token")).toContainText("Decoded, not verified");
    await expect(findRegion(page, "Checks")).toContainText("Skipped Server: Signatures.");
  });

  test("leaves a request to be sent without the server's metadata", async ({ page, openPage }) => {
    await page.context().route("**/discovery-*.js", (route) => route.abort());
    await openPage();
    await page.getByRole("radio", { name: "My Okta org" }).check();
    await page.getByRole("textbox", { name: "Okta domain" }).fill("dev-123.okta.com");
    await expect(page.getByText("You can send the request all the same")).toBeVisible();
  });
});
