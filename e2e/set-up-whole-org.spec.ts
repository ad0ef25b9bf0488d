import { readFile, writeFile } from "node:fs/promises";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import { confirmChange, expectFieldError, findForm, openSetUp } from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;

test(
  "the whole demo org is exported, reset, and imported from a file that was edited after it was chosen",
  {
    tag: "@worker",
  },
  async ({ page, sendRequest }, testInfo) => {
    await openSetUp(page, "groups/00goeudyucv6CcaeV0h7");
    const settings = findForm(page, "Group settings");
    await settings.getByRole("textbox", { name: "Name" }).fill("Information Technology");
    await settings.getByRole("button", { name: "Save" }).click();
    await expect(settings.getByText("Saved.")).toBeVisible();

    await page.getByRole("link", { name: "Export, import, reset" }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export the org" }).click();
    const exported = await readFile(await (await saving).path(), "utf8");
    await confirmChange(page, "Reset the org");
    await expect(page.getByText("The org was reset.")).toBeVisible();
    await sendRequest(idToken);
    const groups = findGroups(findRegion(page, "ID token"), "groups");
    await expect(groups).toHaveText(["Everyone", "IT"]);

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
    await choose(exported.slice(0, -2));
    await expectFieldError(field, /org.json isn’t valid JSON/);
    await choose(exported);
    await expect(field).toHaveAccessibleDescription(/^Replaces the whole configuration/);
    await form.getByRole("button", { name: "Import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
    await expect(form.getByText("Imported.")).toBeVisible();
    await sendRequest(idToken);
    await expect(groups).toHaveText(["Everyone", "Information Technology"]);
  },
);
