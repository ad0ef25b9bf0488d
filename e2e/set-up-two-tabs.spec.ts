import type { Locator } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { explorerPlace, findForm, openSetUp } from "./support/set-up.ts";

const itGroup = "groups/00goeudyucv6CcaeV0h7";
const saved = "Saved.";

async function save(form: Locator): Promise<void> {
  await form.getByRole("button", { name: "Save", exact: true }).click();
}

test.describe("the second of two tabs to save", { tag: "@worker" }, () => {
  test("sees what the first tab changed, and overwrites none of it", async ({ page, context }) => {
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
    await expect(first.getByRole("textbox", { name: "Name" })).toHaveValue(
      "Information Technology",
    );
    await expect(first.getByRole("textbox", { name: "Description" })).toHaveValue("Second floor");
  });

  test("keeps its edits if the first tab changed the same field", async ({ page, context }) => {
    const other = await context.newPage();
    await openSetUp(page, `${explorerPlace}/general`);
    await openSetUp(other, `${explorerPlace}/general`);
    const first = findForm(page, "General Settings");
    const second = findForm(other, "General Settings");
    const label = { name: "App integration name" };
    await first.getByRole("textbox", label).fill("One");
    await first.getByRole("checkbox", { name: "Federation Broker Mode" }).check();
    await save(first);
    await expect(first.getByText(saved)).toBeVisible();

    await second.getByRole("textbox", label).fill("Two");
    await save(second);
    await expect(second.getByRole("alert")).toContainText("was changed elsewhere");
    await save(second);
    await expect(other.getByRole("heading", { level: 2, name: "Two" })).toBeVisible();
    await expect(second.getByRole("checkbox", { name: "Federation Broker Mode" })).toBeChecked();
  });

  test("can save if the first tab made the same change", async ({ page, context }) => {
    const other = await context.newPage();
    await openSetUp(page, itGroup);
    await openSetUp(other, itGroup);
    for (const tab of [page, other]) {
      const form = findForm(tab, "Group settings");
      await form.getByRole("textbox", { name: "Name" }).fill("Information Technology");
      await save(form);
      await expect(form.getByText(saved)).toBeVisible();
    }
  });

  test("can save if the first tab changed another object", async ({ page, context }) => {
    const other = await context.newPage();
    await openSetUp(page, itGroup);
    await openSetUp(other, itGroup);
    const assign = findForm(page, "Assign people");
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect(assign.getByText(saved)).toBeVisible();

    const second = findForm(other, "Group settings");
    await second.getByRole("textbox", { name: "Description" }).fill("Second floor");
    await save(second);
    await expect(second.getByText(saved)).toBeVisible();
  });
});

test("two forms of one page can be saved at once without overwriting each other", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, `${explorerPlace}/general`);
  const settings = findForm(page, "General Settings");
  const profile = findForm(page, "Profile");
  const name = settings.getByRole("textbox", { name: "App integration name" });
  const text = profile.getByRole("textbox", { name: "Profile (JSON)" });
  await name.fill("Payroll");
  await text.fill('{"label": "one"}');
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>("form [type=submit]"))
      button.click();
  });
  await expect(settings.getByText(saved)).toBeVisible();
  await expect(profile.getByText(saved)).toBeVisible();

  await page.reload();
  await expect(name).toHaveValue("Payroll");
  await expect(text).toHaveValue(/"label": "one"/);
});
