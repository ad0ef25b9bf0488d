import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { tabTo } from "./support/keyboard.ts";
import { findRegion, findTable } from "./support/regions.ts";
import {
  expectComplaint,
  expectRealOrg,
  findForm,
  findRow,
  openSetUp,
} from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;
const ingrid = "it.user@example.com";

test.describe("in the demo org's directory", { tag: "@worker" }, () => {
  test("a new group is in the next ID token of whoever is put there", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, "groups");
    const add = findForm(page, "Add group");
    await add.getByRole("textbox", { name: "Name" }).fill("IT Admins");
    await expectRealOrg(add, "Directory > Groups > Add group", [
      "--request POST",
      "/api/v1/groups'",
      '"name": "IT Admins"',
    ]);
    await add.getByRole("button", { name: "Add group" }).click();

    await page.getByRole("searchbox", { name: "Search groups" }).fill("it admins");
    await findTable(page, "Groups").getByRole("link", { name: "IT Admins" }).click();
    const assign = findForm(page, "Assign people");
    await assign.getByRole("combobox", { name: "Person" }).selectOption(ingrid);
    await expectRealOrg(assign, "Directory > Groups > IT Admins > People > Assign people", [
      "--request PUT",
      "/users/00uixa271s6x7qt8I0h7'",
    ]);
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect(findRow(page, "People", ingrid)).toBeVisible();

    await sendRequest({ ...idToken, person: ingrid });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Everyone",
      "IT",
      "IT Admins",
    ]);
  });

  test("a group whose name is taken is refused at the field, and nothing typed is lost", async ({
    page,
  }) => {
    await openSetUp(page, "groups");
    const add = findForm(page, "Add group");
    const name = add.getByRole("textbox", { name: "Name" });
    const description = add.getByRole("textbox", { name: "Description" });
    await name.fill("IT");
    await description.fill("Two of a name");
    await add.getByRole("button", { name: "Add group" }).click();

    await expectComplaint(name, /already exists/);
    await expect(add.getByRole("alert")).toContainText("Api validation failed");
    await expect(name).toHaveValue("IT");
    await expect(description).toHaveValue("Two of a name");
    await name.fill("IT too");
    await add.getByRole("button", { name: "Add group" }).click();
    await page.getByRole("searchbox", { name: "Search groups" }).fill("it too");
    await expect(findRow(page, "Groups", "IT too")).toContainText("Two of a name");
    await expect(name).toHaveValue("");
  });

  test("a keyboard is enough to take somebody out of a group, and the focus is never lost", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, "people");
    await tabTo(page.getByRole("link", { name: "Groups", exact: true }));
    await page.keyboard.press("Enter");
    await tabTo(page.getByRole("link", { name: "IT", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "IT", exact: true })).toBeFocused();

    const remove = page.getByRole("button", { name: `Remove ${ingrid}`, exact: true });
    await tabTo(remove);
    await page.keyboard.press("Enter");
    const question = page.getByRole("group", { name: /no longer in IT/ });
    await expect(question).toBeFocused();
    await tabTo(question.getByRole("button", { name: "Cancel" }));
    await page.keyboard.press("Enter");
    await expect(remove).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(question.getByRole("button", { name: `Remove ${ingrid}` }));
    await page.keyboard.press("Enter");
    await expect(findRow(page, "People", ingrid)).toHaveCount(0);
    await expect(page.locator(":focus")).toHaveCount(1);

    await sendRequest({ ...idToken, person: ingrid });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone"]);
  });
});
