import { expect, type RequestChoice, test } from "./fixtures.ts";
import { addClaim } from "./support/claim-form.ts";
import { findGroups, readClaims } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import { confirmChange, findForm, findRow, openForm, openSetUp } from "./support/set-up.ts";

const accessToken = {
  server: "Custom",
  tokenType: "Access token",
  scopes: ["openid"],
} satisfies RequestChoice;

test("the explorer warns about an inactive server before a request is sent", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, "authorization-servers/default/settings");
  await confirmChange(page, "Deactivate default");
  await page.goto("./?server=default");
  const notice = page
    .getByRole("status")
    .filter({ hasText: "no active authorization server with this ID" });
  await expect(notice).toBeVisible();
  await page.getByRole("radio", { name: "Org" }).check();
  await expect(notice).toHaveCount(0);
});

test("the explorer can use a new authorization server by its ID", {
  tag: "@worker",
}, async ({ page, openPage, sendRequest }) => {
  await openSetUp(page, "authorization-servers");
  const add = await openForm(page, "Add Authorization Server");
  await add.getByRole("textbox", { name: "Name" }).fill("Invoices");
  await add.getByRole("textbox", { name: "Audience" }).fill("https://invoices.example.com");
  await add.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Invoices", exact: true }).click();
  const issuer = await page
    .getByRole("definition")
    .filter({ has: page.getByRole("button", { name: "Copy issuer" }) })
    .getByRole("code")
    .innerText();

  await page.getByRole("link", { name: "Claims", exact: true }).click();
  await addClaim(page, { name: "teams", regex: ".*" });
  await page.getByRole("link", { name: "Access Policies", exact: true }).click();
  await page.getByRole("button", { name: "Add New Access Policy" }).click();
  const policy = findForm(page, "Add Policy");
  await policy.getByRole("textbox", { name: "Name" }).fill("Accounting");
  await policy.getByRole("combobox", { name: "Assign to" }).selectOption("The following clients");
  const clients = policy.getByRole("group", { name: "Clients" });
  await expect(clients).toHaveAccessibleDescription(/the policy applies to none/);
  await clients.getByRole("checkbox", { name: "Okta Groups Explorer" }).check();
  await expect(clients).toHaveAccessibleDescription("");
  await policy.getByRole("button", { name: "Create Policy" }).click();
  await page.getByRole("button", { name: "Add rule to Accounting" }).click();
  const rule = findForm(page, "Add Rule");
  await rule.getByRole("textbox", { name: "Rule Name" }).fill("IT alone");
  await rule
    .getByRole("combobox", { name: "AND User is" })
    .selectOption("Assigned the app and a member of one of the following");
  const groups = rule.getByRole("group", { name: "Groups" });
  await expect(groups).toHaveAccessibleDescription(/^Choose a group/);
  await groups.getByRole("checkbox", { name: "IT", exact: true }).check();
  await expect(groups).toHaveAccessibleDescription("");
  await rule.getByRole("textbox", { name: "Access token lifetime is" }).fill("5");
  await rule.getByRole("button", { name: "Create rule" }).click();
  await expect(findRow(page, "Rules of Accounting", "IT alone")).toContainText("Access 5 min");

  await openPage();
  await page.getByRole("radio", { name: accessToken.server }).check();
  await page
    .getByRole("textbox", { name: "Authorization server ID" })
    .fill(issuer.split("/").at(-1) ?? "");
  await sendRequest(accessToken);
  const token = findRegion(page, "Access token");
  await expect(findGroups(token, "teams")).toHaveText(["Everyone", "IT"]);
  const { iss, aud, iat, exp } = Object.fromEntries(await readClaims(token));
  expect({ iss, aud, seconds: Number(exp) - Number(iat) }).toEqual({
    iss: issuer,
    aud: "https://invoices.example.com",
    seconds: 300,
  });
});
