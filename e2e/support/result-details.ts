import { expect, type Locator, type Page } from "playwright/test";
import { findRegion } from "./regions.ts";

/** Unfolds the checks once all of them are done. Failed checks unfold the region by themselves. */
export async function openChecks(page: Page): Promise<void> {
  await expect(findRegion(page, "Checks")).not.toContainText(/checking/i);
  await unfold(page, "Checks");
}

/** The listed checks with this outcome. Unfold them first. */
export function findChecks(page: Page, outcome: "Pass" | "Fail" | "Skipped"): Locator {
  return findRegion(page, "Checks")
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^\\s*${outcome}`) });
}

/** Unfolds the response's parameters. */
export async function openResponse(page: Page): Promise<Locator> {
  await unfold(page, "Response");
  return findRegion(page, "Response");
}

async function unfold(page: Page, name: "Checks" | "Response"): Promise<void> {
  const region = findRegion(page, name);
  const content = region.getByRole(name === "Checks" ? "listitem" : "definition").first();
  // Try again, because a failed check may unfold the region just before the click, which then folds it.
  await expect(async () => {
    if (!(await content.isVisible()))
      await region.getByRole("heading", { name, exact: true }).click();
    await expect(content).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Clears all results of this tab, and confirms it. */
export async function clearResults(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Clear results", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Clear/ })
    .click();
}
