import { afterEach, describe, expect, test, vi } from "vitest";
import { type Locator, page } from "vitest/browser";
import { explorerPlace, openSetUp, save } from "./test-set-up-page.tsx";

// Two tabs' set-up pages in one document, with one demo org.

const itGroup = "groups/00goeudyucv6CcaeV0h7";

afterEach(() => vi.unstubAllGlobals());

/** The same form in two tabs. */
async function openInTwoTabs(place: string, title: string) {
  const { tab, openOtherTab } = await openSetUp(place);
  const other = await openOtherTab();
  const first = tab.getByRole("form", { name: title });
  const second = other.getByRole("form", { name: title });
  await expect.element(second).toBeVisible();
  return { tab, other, first, second };
}

const type = (form: Locator, label: string, text: string) =>
  form.getByRole("textbox", { name: label }).fill(text);

describe("the second of two tabs to save", () => {
  test("keeps its edits if the first tab changed the same field", async () => {
    const { other, first, second } = await openInTwoTabs(
      `${explorerPlace}/general`,
      "General Settings",
    );
    await type(first, "App integration name", "One");
    await first.getByRole("checkbox", { name: "Federation Broker Mode" }).click();
    await save(first);

    await type(second, "App integration name", "Two");
    await second.getByRole("button", { name: "Save" }).click();
    await expect.element(second.getByRole("alert")).toHaveTextContent("was changed elsewhere");
    await second.getByRole("button", { name: "Save" }).click();
    await expect.element(other.getByRole("heading", { level: 2, name: "Two" })).toBeVisible();
    await expect
      .element(second.getByRole("checkbox", { name: "Federation Broker Mode" }))
      .toBeChecked();
  });

  test("can save if the first tab made the same change", async () => {
    const { first, second } = await openInTwoTabs(itGroup, "Group settings");
    for (const form of [first, second]) {
      await type(form, "Name", "Information Technology");
      await save(form);
    }
  });

  test("can save if the first tab changed another object", async () => {
    const { tab, second } = await openInTwoTabs(itGroup, "Group settings");
    await save(tab.getByRole("form", { name: "Assign people" }), "Assign");
    await type(second, "Description", "Second floor");
    await save(second);
  });
});

test("two forms of one page can be saved at the same time without overwriting each other", async () => {
  const { goTo } = await openSetUp(`${explorerPlace}/general`);
  const settings = page.getByRole("form", { name: "General Settings" });
  const profile = page.getByRole("form", { name: "Profile" });
  await type(settings, "App integration name", "Payroll");
  await type(profile, "Profile (JSON)", '{"label": "one"}');
  for (const button of document.querySelectorAll<HTMLElement>("form [type=submit]")) button.click();
  await expect.element(settings.getByText(/^Saved\./)).toBeVisible();
  await expect.element(profile.getByText(/^Saved\./)).toBeVisible();

  await goTo("applications");
  await goTo(`${explorerPlace}/general`);
  await expect
    .element(settings.getByRole("textbox", { name: "App integration name" }))
    .toHaveValue("Payroll");
  await expect
    .element(profile.getByRole("textbox", { name: "Profile (JSON)" }))
    .toHaveValue('{\n  "label": "one"\n}');
});
