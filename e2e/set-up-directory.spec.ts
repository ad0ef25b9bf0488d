import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findViolations } from "./support/appearance.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { tabTo } from "./support/keyboard.ts";
import { findRegion, findSend, findTable } from "./support/regions.ts";
import {
  confirmChange,
  expectFieldError,
  expectRealOrg,
  findForm,
  findPreview,
  findRow,
  openForm,
  openSetUp,
} from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;
const ingrid = "it.user@example.com";

test.describe("in the demo org's directory", { tag: "@worker" }, () => {
  test("a new group is in its member's next ID token", async ({ page, sendRequest }) => {
    await openSetUp(page, "groups");
    const add = await openForm(page, "Add group");
    await add.getByRole("textbox", { name: "Name" }).fill("IT Admins");
    await expectRealOrg(add, "Directory > Groups > Add group", [
      "--request POST",
      "/api/v1/groups'",
      '"name": "IT Admins"',
    ]);
    await add.getByRole("button", { name: "Add group" }).click();

    await page.getByRole("link", { name: "Assign people" }).click();
    await expect(page.getByRole("heading", { name: "IT Admins" })).toBeFocused();
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

  test("a duplicate group name is an error at its field, and the input is kept", async ({
    page,
  }) => {
    await openSetUp(page, "groups");
    const add = await openForm(page, "Add group");
    const name = add.getByRole("textbox", { name: "Name" });
    const description = add.getByRole("textbox", { name: "Description" });
    await name.fill("IT");
    await description.fill("Two of a name");
    await add.getByRole("button", { name: "Add group" }).click();

    await expectFieldError(name, /already exists/);
    await expect(add.getByText(/already exists/)).toHaveCount(1);
    await expect(add.getByRole("alert")).toHaveText(/^Nothing was changed/);
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("IT");
    await expect(description).toHaveValue("Two of a name");
    await name.fill("IT too");
    await add.getByRole("button", { name: "Add group" }).click();
    await page.getByRole("searchbox", { name: "Search groups" }).fill("it too");
    await expect(findRow(page, "Groups", "IT too")).toContainText("Two of a name");
    await expect(add).toHaveCount(0);
  });

  test("the Assign button stays in place after a person was assigned", async ({ page }) => {
    await openSetUp(page, "groups/00goeudyucv6CcaeV0h7");
    const assign = findForm(page, "Assign people");
    const button = assign.getByRole("button", { name: "Assign" });
    const before = await button.boundingBox();
    await button.click();
    await expect(assign.getByText("Saved.")).toBeVisible();
    expect((await button.boundingBox())?.x).toBe(before?.x);
  });

  test("a person can be removed from a group by keyboard, without losing focus", async ({
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
    const question = page.getByRole("group", { name: /New tokens won’t list the group/ });
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

  test("a long list shows the rest on demand and focuses its first row", async ({ page }) => {
    await openSetUp(page, "groups");
    const rows = findTable(page, "Groups").getByRole("row");
    await expect(rows).toHaveCount(1 + 20);
    await page.getByRole("button", { name: /^Show all \d+$/ }).press("Enter");
    await expect(rows.nth(1 + 20)).toBeFocused();
  });

  test("a new person without the app gets access_denied, and the System Log says why", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, "people");
    const add = await openForm(page, "Add person");
    const username = add.getByRole("textbox", { name: "Username" });
    await add.getByRole("textbox", { name: "First name" }).fill("Ada");
    await add.getByRole("textbox", { name: "Last name" }).fill("Berg");
    await username.fill("ada.berg");
    await add.getByRole("button", { name: "Add person" }).click();
    await expectFieldError(username, /must be in the form of an email address/);
    await expect(add.getByRole("textbox", { name: "Last name" })).toHaveValue("Berg");
    await username.fill("ada.berg@example.com");
    await expectRealOrg(add, "Directory > People > Add person", [
      "/api/v1/users",
      '"login": "ada.berg@example.com"',
    ]);
    await add.getByRole("button", { name: "Add person" }).click();
    await expect(findRow(page, "People", "ada.berg@example.com")).toContainText("Active");

    await sendRequest({ ...idToken, person: "ada.berg@example.com" });
    await expect(page.getByRole("alert")).toContainText("access_denied");
    await openSetUp(page, "system-log");
    const events = findTable(page, "Events").getByRole("row");
    const refusal = events.filter({ hasText: "user_not_assigned" });
    await expect(refusal).toContainText("FAILURE");
    await refusal.getByText("app.oauth2.authorize", { exact: true }).click();
    await expect(refusal).toContainText('"alternateId": "ada.berg@example.com"');
    await expect(events.filter({ hasText: "user.session.start" })).toContainText("SUCCESS");
    await expect(events.filter({ hasText: "user.lifecycle.create" })).toContainText("SUCCESS");
  });

  test("a profile change is in the next token, and a suspended person can't sign in", async ({
    page,
    sendRequest,
    signIn,
  }) => {
    await openSetUp(page, "people");
    await page.getByRole("link", { name: ingrid }).click();
    const profile = findForm(page, "Profile");
    await profile.getByRole("textbox", { name: "First name" }).fill("Ida");
    await expectRealOrg(profile, `Directory > People > ${ingrid} > Profile > Edit`, [
      '"firstName": "Ida"',
    ]);
    await profile.getByRole("button", { name: "Save" }).click();
    await expect(profile.getByText("Saved.")).toBeVisible();
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"], person: ingrid });
    await expect(findClaim(findRegion(page, "ID token"), "given_name")).toContainText("Ida");

    await openSetUp(page, "people/00uixa271s6x7qt8I0h7");
    await confirmChange(page, `Suspend ${ingrid}`);
    await expect(page.getByRole("main")).toContainText("Suspended");
    await page.goto("./");
    await findSend(page).click();
    await expect(page.getByText(`${ingrid} (suspended) can’t sign in.`)).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await signIn(ingrid);
    await expect(page.getByRole("alert")).toContainText("do not match");

    await page.goto(`./?person=${ingrid}`);
    const unsuspend = page.getByRole("button", { name: `Unsuspend ${ingrid} and send` });
    await expect(unsuspend).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await unsuspend.click();
    await expect(findClaim(findRegion(page, "ID token"), "given_name")).toContainText("Ida");
  });

  test("a group rule puts everyone who matches into its group", async ({ page, sendRequest }) => {
    await openSetUp(page, "group-rules");
    const add = await openForm(page, "Add Rule");
    await add.getByRole("textbox", { name: "Name" }).fill("Ingrids");
    await add.getByRole("textbox", { name: "IF" }).fill('user.firstName == "Ingrid"');
    await expect(findPreview(add)).toContainText("Matches");
    await add.getByRole("checkbox", { name: "Midwest Sales" }).check();
    await expectRealOrg(add, "Directory > Groups > Rules > Add Rule", ["/api/v1/groups/rules'"]);
    await add.getByRole("button", { name: "Save" }).click();
    await expect(findRow(page, "Group rules", "Ingrids")).toContainText("Inactive");
    await confirmChange(page, "Activate Ingrids");

    await sendRequest({ ...idToken, person: ingrid });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Everyone",
      "IT",
      "Midwest Sales",
    ]);
  });
});
