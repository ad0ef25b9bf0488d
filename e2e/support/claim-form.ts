import { expect, type Locator, type Page } from "playwright/test";
import { findForm } from "./set-up.ts";

/** A claim of a custom server, in the words of its form. */
export type ClaimFields = {
  readonly name?: string;
  readonly tokenType?: "ID Token" | "Access Token";
  readonly inclusion?: "Always" | "Userinfo / id_token request";
  readonly regex?: string;
  readonly expression?: string;
  /** The one that the claim comes with. */
  readonly scope?: string;
  readonly isDisabled?: true;
};

/**
 * Opens the form of a claim on the Claims tab that is open; without a name, of a new one.
 *
 * @returns The form, which may still have to appear.
 */
export async function openClaim(page: Page, name?: string): Promise<Locator> {
  const opener = name === undefined ? "Add Claim" : `Edit ${name}`;
  await page.getByRole("button", { name: opener, exact: true }).click();
  return findForm(page, name === undefined ? "Add Claim" : `Edit claim ${name}`);
}

/** Fills in a claim's form. What is left out stays as it is. */
export async function fillClaim(form: Locator, fields: ClaimFields): Promise<void> {
  const choose = (label: string, option: string) =>
    form.getByRole("combobox", { name: label, exact: true }).selectOption(option);
  const type = (label: string, text: string) =>
    form.getByRole("textbox", { name: label, exact: true }).fill(text);

  if (fields.name) await type("Name", fields.name);
  if (fields.tokenType) await choose("Include in token type", fields.tokenType);
  if (fields.inclusion) await choose("Include in ID Token", fields.inclusion);
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
  if (fields.isDisabled) await form.getByRole("checkbox", { name: "Disable claim" }).check();
}

/** Sends a claim's form, which goes when the org has taken it. */
export async function saveClaim(form: Locator): Promise<void> {
  await form.getByRole("button", { name: /^(Create|Save)$/ }).click();
  await expect(form).toHaveCount(0);
}

/** Adds a claim on the Claims tab that is open. What is left out stays as a new claim's form begins. */
export async function addClaim(page: Page, fields: ClaimFields): Promise<void> {
  const form = await openClaim(page);
  await fillClaim(form, fields);
  await saveClaim(form);
}

/** Changes a claim on the Claims tab that is open, by the name that it has. What is left out stays as it is. */
export async function changeClaim(page: Page, name: string, fields: ClaimFields): Promise<void> {
  const form = await openClaim(page, name);
  await fillClaim(form, fields);
  await saveClaim(form);
}
