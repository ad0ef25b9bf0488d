import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findViolations } from "./support/appearance.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findSend } from "./support/regions.ts";
import { confirmChange, findForm, findRow, openForm, openSetUp } from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;
const ingrid = "it.user@example.com";

test.describe("in the demo org's directory", { tag: "@worker" }, () => {
  test("a new group is in its member's next ID token", async ({ page, sendRequest }) => {
    await openSetUp(page, "groups");
    const add = await openForm(page, "Add group");
    await add.getByRole("textbox", { name: "Name" }).fill("IT Admins");
    await add.getByRole("button", { name: "Add group" }).click();
    await page.getByRole("link", { name: "Assign people" }).click();
    const assign = findForm(page, "Assign people");
    await assign.getByRole("combobox", { name: "Person" }).selectOption(ingrid);
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect(findRow(page, "People", ingrid)).toBeVisible();

    await sendRequest({ ...idToken, person: ingrid });
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Everyone",
      "IT",
      "IT Admins",
    ]);
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
});
