import { expect, type Locator, type Page } from "playwright/test";
import { findForm } from "./set-up.ts";

/** Fields of a custom server's claim. */
type ClaimFields = {
  readonly name?: string;
  readonly regex?: string;
  readonly expression?: string;
  /** The scope that the claim requires. */
  readonly scope?: string;
};

/**
 * Opens a claim's form on the Claims tab, or a new claim's form without a name.
 *
 * @returns The form, which may still be loading.
 */
export async function openClaim(page: Page, name?: string): Promise<Locator> {
  const opener = name === undefined ? "Add Claim" : `Edit ${name}`;
  await page.getByRole("button", { name: opener, exact: true }).click();
  return findForm(page, name === undefined ? "Add Claim" : `Edit claim ${name}`);
}

/** Fills in the given fields of a claim's form. */
export async function fillClaim(form: Locator, fields: ClaimFields): Promise<void> {
  const choose = (label: string, option: string) =>
    form.getByRole("combobox", { name: label, exact: true }).selectOption(option);
  const type = (label: string, text: string) =>
    form.getByRole("textbox", { name: label, exact: true }).fill(text);

  if (fields.name) await type("Name", fields.name);
  if (fields.expression) await type("Value", fields.expression);
  if (fields.regex) {
    await choose("Value type", "Groups");
    await choose("Filter", "Matches regex");
    await type("Value", fields.regex);
  }
  if (fields.scope) {
    await choose("Include in", "The following scopes");
    await form.getByRole("checkbox", { name: fields.scope, exact: true }).check();
  }
}

/** Submits a claim's form and waits until it closes. */
async function saveClaim(form: Locator): Promise<void> {
  await form.getByRole("button", { name: /^(Create|Save)$/ }).click();
  await expect(form).toHaveCount(0);
}

/** Adds a claim on the Claims tab. */
export async function addClaim(page: Page, fields: ClaimFields): Promise<void> {
  const form = await openClaim(page);
  await fillClaim(form, fields);
  await saveClaim(form);
}
