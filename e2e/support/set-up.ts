import { expect, type Locator, type Page } from "playwright/test";
import { findTable } from "./regions.ts";
import { nodeOrg } from "./targets.ts";

/** The page of the explorer's app at the demo org. Append a tab, as in `${explorerPlace}/sign-on`. */
export const explorerPlace = `applications/${nodeOrg.clientId}`;

/**
 * Opens a set-up page and waits until it has loaded.
 *
 * @param place The value of the `setup` parameter: "groups", "applications/0oa…/sign-on".
 */
export async function openSetUp(page: Page, place: string): Promise<void> {
  await page.goto(`./?setup=${place}`);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading").first()).toBeVisible();
  await expect(main.getByText("Loading…", { exact: true })).toHaveCount(0);
}

/** A form by its heading. */
export function findForm(page: Page, name: string): Locator {
  return page.getByRole("form", { name, exact: true });
}

/** Opens a form with the button of the same name: "Add group". */
export async function openForm(page: Page, name: string): Promise<Locator> {
  await page.getByRole("button", { name, exact: true }).click();
  return findForm(page, name);
}

/** The preview of a filter or an expression in a form. */
export function findPreview(form: Locator): Locator {
  return form.getByRole("status", { name: "Preview" });
}

/** A table row by its row header. */
export function findRow(page: Page, table: string, name: string): Locator {
  const heading = page.getByRole("rowheader", { name, exact: true });
  return findTable(page, table).getByRole("row").filter({ has: heading });
}

/**
 * Makes a change that asks for confirmation, and waits until it is saved.
 *
 * @param change The button's accessible name: "Delete IT".
 */
export async function confirmChange(page: Page, change: string): Promise<void> {
  const button = page.getByRole("button", { name: change, exact: true });
  await button.click();
  const question = page.getByRole("group").filter({ has: button });
  await question.getByRole("button", { name: change, exact: true }).click();
  await expect(question).toHaveCount(0);
}

/** Expects a field to be marked invalid and described by an error. */
export async function expectFieldError(field: Locator, sentence: RegExp): Promise<void> {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(sentence);
}
