import { expect, test } from "./fixtures.ts";
import { findTable } from "./support/regions.ts";
import { openSetUp } from "./support/set-up.ts";

test("each set-up page has its own URL and title, the back button works, and the explorer keeps its form", {
  tag: "@worker",
}, async ({ page }) => {
  await page.goto("./?server=default");
  await page.getByRole("radio", { name: "Access token", exact: true }).check();
  const pages = page.getByRole("navigation", { name: "Pages" });
  await pages.getByRole("link", { name: "Demo org" }).click();
  await expect(page).toHaveTitle("People · Demo org");

  await page.getByRole("link", { name: "Groups", exact: true }).click();
  await expect(page).toHaveTitle("Groups · Demo org");
  await findTable(page, "Groups").getByRole("link", { name: "IT", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "IT", exact: true })).toBeVisible();
  await expect(page).toHaveTitle("IT · Demo org");
  const address = page.url();

  await page.goBack();
  await expect(findTable(page, "Groups")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveTitle("People · Demo org");
  await expect(findTable(page, "People")).toBeVisible();
  await pages.getByRole("link", { name: "Explore" }).click();
  await expect(page.getByRole("radio", { name: "Custom", exact: true })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();

  await page.goto(address);
  await expect(page.getByRole("heading", { level: 2, name: "IT", exact: true })).toBeVisible();

  await openSetUp(page, "");
  await expect(page).toHaveTitle("People · Demo org");
  await openSetUp(page, "authorization-servers/default/claims");
  await expect(page).toHaveTitle("Claims · default · Demo org");
  await page.getByRole("link", { name: "Scopes", exact: true }).click();
  await expect(page).toHaveTitle("Scopes · default · Demo org");
});

test("the back button returns to the place in a long list", { tag: "@worker" }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSetUp(page, "groups");
  const groups = findTable(page, "Groups");
  const expectBackAt = async (name: string) => {
    const link = groups.getByRole("link", { name, exact: true });
    await link.click();
    await expect(page.getByRole("heading", { level: 2, name })).toBeInViewport();
    await page.goBack();
    await expect(link).toBeInViewport();
  };
  await expectBackAt("Project 014");
  await page.getByRole("button", { name: /^Show all/ }).click();
  await expectBackAt("Project 090");
});
