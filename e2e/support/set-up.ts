import { expect, type Locator, type Page } from "playwright/test";
import { findTable } from "./regions.ts";
import { nodeOrg } from "./targets.ts";

/** The explorer's app at the demo org, as a place among the set-up pages: its tabs' names stand behind it. */
export const explorerPlace = `applications/${nodeOrg.clientId}`;

/**
 * Opens one of the set-up pages, and waits until all of it is there.
 *
 * @param place As the page's query has it: "groups", "applications/0oa…/sign-on".
 */
export async function openSetUp(page: Page, place: string): Promise<void> {
  await page.goto(`./?setup=${place}`);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading").first()).toBeVisible();
  await expect(main.getByText("Asking the demo org")).toHaveCount(0);
}

/** A form by its heading. */
export function findForm(page: Page, name: string): Locator {
  return page.getByRole("form", { name, exact: true });
}

/** Calls for the form that a button of its name opens: "Add group". */
export async function callForForm(page: Page, name: string): Promise<Locator> {
  await page.getByRole("button", { name, exact: true }).click();
  return findForm(page, name);
}

/** What a filter or an expression that is being filled in comes to for somebody, in its form. */
export function findOutcome(form: Locator): Locator {
  return form.getByRole("status", { name: "What it comes to" });
}

/** The row of a table by what its first cell says. */
export function findRow(page: Page, table: string, name: string): Locator {
  const heading = page.getByRole("rowheader", { name, exact: true });
  return findTable(page, table).getByRole("row").filter({ has: heading });
}

/**
 * Makes a change that a button asks about first, and waits until the org has made it.
 *
 * @param change What the button says, with what it is done to: "Delete IT".
 */
export async function changeAfterAsking(page: Page, change: string): Promise<void> {
  const button = page.getByRole("button", { name: change, exact: true });
  await button.click();
  const question = page.getByRole("group").filter({ has: button });
  await question.getByRole("button", { name: change, exact: true }).click();
  await expect(question).toHaveCount(0);
}

/** A field says what is wrong with it, to who sees it and to who hears it. */
export async function expectComplaint(field: Locator, sentence: RegExp): Promise<void> {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(sentence);
}

/**
 * A change says how it would be made in a real org.
 *
 * @param change Its form, or the question that its button asks.
 * @param consolePath The way through the Admin Console.
 * @param pieces What its command must hold of the API's call.
 */
export async function expectRealOrg(
  change: Locator,
  consolePath: string,
  pieces: readonly string[],
): Promise<void> {
  await change.getByText("In a real org").click();
  await expect(change.getByText(consolePath, { exact: true })).toBeVisible();
  const command = change.getByRole("figure").getByRole("code");
  for (const piece of pieces) await expect(command).toContainText(piece);
}
