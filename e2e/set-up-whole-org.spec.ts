import { writeFile } from "node:fs/promises";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import {
  changeAfterAsking,
  expectComplaint,
  findForm,
  findRow,
  openSetUp,
} from "./support/set-up.ts";

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
    await changeAfterAsking(page, "Reset the org");
    await expect(page.getByText("The org is as it was at first.")).toBeVisible();
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

  test("is reset before somebody's eyes: nothing moves, and its age is as at first", async ({
    page,
  }) => {
    await openSetUp(page, "demo-org");
    const form = findForm(page, "Age of the org");
    const age = form.getByRole("combobox");
    await age.selectOption("An older org: a thin ID token");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();

    const reset = page.getByRole("button", { name: "Reset the org", exact: true });
    await reset.scrollIntoViewIfNeeded();
    const before = await reset.boundingBox();
    await changeAfterAsking(page, "Reset the org");
    await expect(age.getByRole("option", { selected: true })).toHaveText(/^Today/);
    expect(await reset.boundingBox()).toEqual(before);
  });

  test("is not changed by a broken file or a foreign one", async ({ page }) => {
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
    await expectComplaint(field, /Choose a file/);
    await expect(field).toBeFocused();
    await choose('{"name": "a-package", "version": "1.0.0"}');
    await submit.click();
    await expect(form.getByRole("alert")).toContainText("Nothing is changed yet");
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
    await expectComplaint(field, /org.json is no JSON/);
    await submit.click();
    await expect(form.getByRole("alert")).toHaveText(/^Nothing is changed yet/);
    await page.getByRole("link", { name: "Applications" }).click();
    await expect(findRow(page, "Applications", "Okta Groups Explorer")).toContainText("Active");
  });

  test("is not taken from the file before while the one that was chosen is still being read", async ({
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
    await expectComplaint(form.getByLabel("Exported file"), /slow.json is still being read/);
  });

  test("takes a file that was mended after it had been chosen", async ({ page }, testInfo) => {
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
    await expectComplaint(field, /org.json is no JSON/);
    await choose('{"format": "okta-groups-explorer/org"}');
    await expect(field).toHaveAccessibleDescription(/^It takes the place of everything/);
    await form.getByRole("button", { name: "Import" }).click();
    await expect(form.getByRole("alert")).toContainText("version");
  });
});
