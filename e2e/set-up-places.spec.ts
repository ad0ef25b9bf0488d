import { expect, test } from "./fixtures.ts";
import { findTable } from "./support/regions.ts";
import { openSetUp } from "./support/set-up.ts";

test("each set-up page has an address and a title of its own, and back leads back", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, "");
  await expect(page).toHaveTitle("People · Set up the demo org");

  await page.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(page).toHaveTitle("Groups · Set up the demo org");
  await findTable(page, "Groups").getByRole("link", { name: "IT", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "IT", exact: true })).toBeVisible();
  await expect(page).toHaveTitle("IT · Set up the demo org");
  const address = page.url();

  await page.goBack();
  await expect(findTable(page, "Groups")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveTitle("People · Set up the demo org");
  await expect(findTable(page, "People")).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole("heading", { level: 2, name: "IT", exact: true })).toBeVisible();

  await openSetUp(page, "authorization-servers/default/claims");
  await expect(page).toHaveTitle("Claims · default · Set up the demo org");
  await page.getByRole("link", { name: "Scopes", exact: true }).click();
  await expect(page).toHaveTitle("Scopes · default · Set up the demo org");
});

test("the way to the set-up and back leaves the explorer's form as it was", {
  tag: "@worker",
}, async ({ page }) => {
  await page.goto("./?server=default");
  await page.getByRole("radio", { name: "Access token", exact: true }).check();
  await page.getByRole("link", { name: "Set it up" }).click();
  await page.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(findTable(page, "Groups")).toBeVisible();

  await page.getByRole("link", { name: "Okta Groups Explorer" }).click();
  await expect(page.getByRole("radio", { name: "Custom", exact: true })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
});
