import { expect, type RequestChoice, test } from "./fixtures.ts";
import { fillClaim, openClaim, saveClaim } from "./support/claim-form.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import { findForm, findPreview, findRow, openSetUp } from "./support/set-up.ts";

const idToken = {
  server: "Custom",
  tokenType: "ID token",
  scopes: ["openid"],
} satisfies RequestChoice;

test("a claim limited to a new groups scope is previewed, and is in tokens that were requested with it", {
  tag: "@worker",
}, async ({ page, sendRequest }) => {
  await openSetUp(page, "authorization-servers/default/scopes");
  await page.getByRole("button", { name: "Add Scope", exact: true }).click();
  const form = findForm(page, "Add Scope");
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("groups");
  await form.getByRole("checkbox", { name: "Include in public metadata" }).check();
  await form.getByRole("button", { name: "Create" }).click();
  await expect(findRow(page, "Scopes", "groups")).toContainText("Published");

  await page.getByRole("link", { name: "Claims", exact: true }).click();
  const claim = await openClaim(page);
  await fillClaim(claim, { name: "groups", tokenType: "ID Token", regex: "I.", scope: "groups" });
  await expect(findPreview(claim).getByRole("listitem")).toHaveText(["IT"]);
  await saveClaim(claim);
  await expect(findRow(page, "Claims", "groups")).toContainText("Matches regex: I.groups");

  await sendRequest({ ...idToken, scopes: ["openid", "groups"] });
  const token = findRegion(page, "ID token");
  await expect(findGroups(token, "groups")).toHaveText(["IT"]);
  await sendRequest(idToken);
  await expect(findClaim(token, "sub")).toBeVisible();
  await expect(findClaim(token, "groups")).toHaveCount(0);
});
