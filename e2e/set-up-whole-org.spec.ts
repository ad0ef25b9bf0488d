import { writeFile } from "node:fs/promises";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import { confirmChange, expectFieldError, findForm, findRow, openSetUp } from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;

test.describe("the whole demo org", { tag: "@worker" }, () => {
  test("is exported, reset to the guide's examples, and imported again", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, "groups/00goeudyucv6CcaeV0h7");
    const settings = findForm(page, "Group settings");
    await settings.getByRole("textbox", { name: "Name" }).fill("Information Technology");
    await settings.getByRole("button", { name: "Save" }).click();
    await expect(settings.getByText("Saved.")).toBeVisible();

    await page.getByRole("link", { name: "Export, import, reset" }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export the org" }).click();
    const file = await (await saving).path();
    await confirmChange(page, "Reset the org");
    await expect(page.getByText("The org was reset.")).toBeVisible();
    await sendRequest(idToken);
    const groups = findGroups(findRegion(page, "ID token"), "groups");
    await expect(groups).toHaveText(["Everyone", "IT"]);

    await openSetUp(page, "demo-org");
    const form = findForm(page, "Import");
    await form.getByLabel("Exported file").setInputFiles(file);
    await form.getByRole("button", { name: "Import" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await sendRequest(idToken);
    await expect(groups).toHaveText(["Everyone", "Information Technology"]);
  });

  test("is reset with its settings, and the page doesn't shift", async ({ page }) => {
    await openSetUp(page, "demo-org");
    const form = findForm(page, "Authorization code flow");
    const idToken = form.getByRole("combobox", {
      name: "ID token from the org authorization server",
    });
    await idToken.selectOption("Thin, without groups");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();

    const reset = page.getByRole("button", { name: "Reset the org", exact: true });
    await reset.scrollIntoViewIfNeeded();
    const before = await reset.boundingBox();
    await confirmChange(page, "Reset the org");
    await expect(idToken.getByRole("option", { selected: true })).toHaveText("Fat, with groups");
    expect(await reset.boundingBox()).toEqual(before);
  });

  test("is not changed by an invalid or foreign file", async ({ page }) => {
    await openSetUp(page, "demo-org");
    const form = findForm(page, "Import");
    const field = form.getByLabel("Exported file");
    const submit = form.getByRole("button", { name: "Import" });
    const choose = (text: string) =>
      field.setInputFiles({
        name: "org.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });

    await submit.click();
    await expectFieldError(field, /Choose an exported file/);
    await expect(field).toBeFocused();
    await choose('{"name": "a-package", "version": "1.0.0"}');
    await submit.click();
    await expect(form.getByRole("alert")).toContainText("Nothing was changed");
    await expect(form.getByRole("alert").getByRole("listitem")).toHaveText([
      "format Is missing",
      /^version /,
    ]);
    await choose(
      '{"format": "okta-groups-explorer/org", "version": 1, "configuration": {"users": 3}}',
    );
    await submit.click();
    await expect(form.getByRole("alert")).toContainText("configuration.users");
    await choose('{"format": "okta-groups-explorer/org", ');
    await submit.click();
    await expectFieldError(field, /org.json isn’t valid JSON/);
    await submit.click();
    await expect(form.getByRole("alert")).toHaveText(/^Nothing was changed/);
    await page.getByRole("link", { name: "Applications" }).click();
    await expect(findRow(page, "Applications", "Okta Groups Explorer")).toContainText("Active");
  });

  test("is not imported from an earlier file while the chosen one is still being read", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const { text } = File.prototype;
      File.prototype.text = function () {
        return this.name === "slow.json" ? new Promise(() => undefined) : text.call(this);
      };
    });
    await openSetUp(page, "demo-org");
    const form = findForm(page, "Import");
    const choose = (name: string) =>
      form
        .getByLabel("Exported file")
        .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from("{}") });

    await choose("quick.json");
    await choose("slow.json");
    await form.getByRole("button", { name: "Import" }).click();
    await expectFieldError(form.getByLabel("Exported file"), /Still reading slow.json/);
  });

  test("is imported from a file that was edited after it was chosen", async ({
    page,
  }, testInfo) => {
    await openSetUp(page, "demo-org");
    const form = findForm(page, "Import");
    const field = form.getByLabel("Exported file");
    const path = testInfo.outputPath("org.json");
    const choose = async (text: string) => {
      await writeFile(path, text);
      const choosing = page.waitForEvent("filechooser");
      await field.click();
      await (await choosing).setFiles(path);
    };

    await choose('{"format": "okta-groups-explorer/org", ');
    await expectFieldError(field, /org.json isn’t valid JSON/);
    await choose('{"format": "okta-groups-explorer/org"}');
    await expect(field).toHaveAccessibleDescription(/^Replaces the whole configuration/);
    await form.getByRole("button", { name: "Import" }).click();
    await expect(form.getByRole("alert")).toContainText("version");
  });
});
