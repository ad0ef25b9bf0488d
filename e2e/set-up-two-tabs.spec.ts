import type { Locator } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findForm, openSetUp } from "./support/set-up.ts";

const itGroup = "groups/00goeudyucv6CcaeV0h7";
const saved = "Saved.";

async function save(form: Locator): Promise<void> {
  await form.getByRole("button", { name: "Save", exact: true }).click();
}

test("if two tabs save the same form, the second tab shows the first tab's change and does not overwrite it", {
  tag: "@worker",
}, async ({ page, context }) => {
  const other = await context.newPage();
  await openSetUp(page, itGroup);
  await openSetUp(other, itGroup);
  const first = findForm(page, "Group settings");
  await first.getByRole("textbox", { name: "Name" }).fill("Information Technology");
  await save(first);
  await expect(first.getByText(saved)).toBeVisible();

  const second = findForm(other, "Group settings");
  const name = second.getByRole("textbox", { name: "Name" });
  const description = second.getByRole("textbox", { name: "Description" });
  await expect(name).toHaveValue("IT");
  await description.fill("Second floor");
  await save(second);
  await expect(second.getByRole("alert")).toContainText("was changed elsewhere");
  await expect(name).toHaveValue("Information Technology");
  await expect(description).toHaveValue("Second floor");
  await save(second);
  await expect(second.getByText(saved)).toBeVisible();

  await page.reload();
  await expect(first.getByRole("textbox", { name: "Name" })).toHaveValue("Information Technology");
  await expect(first.getByRole("textbox", { name: "Description" })).toHaveValue("Second floor");
});
