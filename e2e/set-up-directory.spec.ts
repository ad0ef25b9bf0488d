import { expect, test } from "./fixtures.ts";
import { findViolations } from "./support/appearance.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findSend } from "./support/regions.ts";
import { confirmChange, openSetUp } from "./support/set-up.ts";

const ingrid = "it.user@example.com";

test.describe("in the demo org's directory", { tag: "@worker" }, () => {
  test("a suspended person can't sign in until the explorer's button ends the suspension", async ({
    page,
    signIn,
  }) => {
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
    await signIn(ingrid);
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  });
});
