import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import {
  confirmChange,
  expectFieldError,
  findForm,
  findRow,
  openSetUp,
  save,
} from "./test-set-up-page.tsx";

// The page that exports, imports and resets, with a whole demo org in this document.

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function openImport() {
  await openSetUp("demo-org");
  const form = findForm("Import");
  const field = form.getByLabelText("Exported file");
  return {
    form,
    field,
    submit: form.getByRole("button", { name: "Import" }),
    choose: (text: string, name = "org.json") =>
      field.upload(new File([text], name, { type: "application/json" })),
  };
}

test("the org is reset with its settings, and the page doesn't shift", async () => {
  await openSetUp("demo-org");
  const form = findForm("Authorization code flow");
  const idToken = form.getByRole("combobox", {
    name: "ID token from the org authorization server",
  });
  await idToken.selectOptions("Thin, without groups");
  await save(form);

  const reset = page.getByRole("button", { name: "Reset the org" }).first();
  reset.element().scrollIntoView();
  const before = reset.element().getBoundingClientRect();
  await confirmChange("Reset the org");
  await expect.element(idToken).toHaveDisplayValue("Fat, with groups");
  expect(reset.element().getBoundingClientRect()).toEqual(before);
});

describe("an import", () => {
  const replace = page.getByRole("dialog").getByRole("button", { name: "Replace" });

  test("changes nothing if the file is invalid or foreign", async () => {
    const { form, field, submit, choose } = await openImport();
    await submit.click();
    await expectFieldError(field, /Choose an exported file/);
    await expect.element(field).toHaveFocus();
    await choose('{"name": "a-package", "version": "1.0.0"}');
    await submit.click();
    await expectFieldError(field, /org.json isn’t an export of a demo org/);
    await choose(
      '{"format": "okta-groups-explorer/org", "version": 1, "configuration": {"users": 3}}',
    );
    await submit.click();
    await replace.click();
    const alert = form.getByRole("alert");
    await expect.element(alert).toHaveTextContent("configuration.users");
    await choose('{"format": "okta-groups-explorer/org", ');
    await submit.click();
    await expectFieldError(field, /org.json isn’t valid JSON/);
    await expect.element(alert).toHaveTextContent(/^Nothing was changed/);
    await page.getByRole("link", { name: "Applications" }).click();
    await expect
      .element(findRow("Applications", "Okta Groups Explorer"))
      .toHaveTextContent("Active");
  });

  test("asks before it replaces the org", async () => {
    const { form, submit, choose } = await openImport();
    await choose(
      '{"format": "okta-groups-explorer/org", "version": 1, "configuration": {"users": 3}}',
    );
    await submit.click();
    const question = page.getByRole("dialog", {
      name: "Replace the demo org’s set-up with org.json?",
    });
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect.element(question).not.toBeInTheDocument();
    await expect.element(form.getByRole("alert")).not.toBeInTheDocument();
    await expect.element(submit).toHaveFocus();
  });

  test("does not import an earlier file while the chosen one is still being read", async () => {
    const { text } = File.prototype;
    vi.spyOn(File.prototype, "text").mockImplementation(function (this: File) {
      return this.name === "slow.json" ? new Promise(() => undefined) : text.call(this);
    });
    const { field, submit, choose } = await openImport();
    await choose("{}", "quick.json");
    await choose("{}", "slow.json");
    await submit.click();
    await expectFieldError(field, /Still reading slow.json/);
  });
});
