import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { addClaim } from "./support/claim-form.ts";
import { findGroups, readClaims } from "./support/claims.ts";
import { findRegion, findTable } from "./support/regions.ts";
import {
  confirmChange,
  explorerPlace,
  findForm,
  findRow,
  openForm,
  openSetUp,
} from "./support/set-up.ts";

const server = "authorization-servers/default";

const fromServer = { server: "Custom" } satisfies RequestChoice;
const accessToken = {
  ...fromServer,
  tokenType: "Access token",
  scopes: ["openid"],
} satisfies RequestChoice;

/** The rows of a token's Claims table, without claims that differ in every token. */
async function readLastingRows(page: Page, token: string): Promise<readonly string[]> {
  const changing = new Set(["iat", "exp", "auth_time", "jti", "nonce", "at_hash"]);
  const rows = findTable(findRegion(page, token), "Claims")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
  // The rows below the groups come after the first frame.
  await expect(rows.getByRole("rowheader", { name: "ver", exact: true })).toBeVisible();
  const names = await rows.getByRole("rowheader").allInnerTexts();
  const texts = await rows.allInnerTexts();
  return texts.filter((_, index) => !changing.has(names[index] ?? ""));
}

test.describe("of a custom authorization server", { tag: "@worker" }, () => {
  test("a request fails after its rule was deleted, and the System Log says why", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${server}/access-policies`);
    await confirmChange(page, "Delete Code and implicit, any scope");
    await sendRequest(accessToken);
    const alert = page.getByRole("alert");
    await expect(
      alert.getByRole("heading", { name: "No access policy allows this request" }),
    ).toBeVisible();
    await expect(alert).toContainText("access_denied");

    await openSetUp(page, "system-log");
    const refusal = page.getByRole("row").filter({ hasText: "no_matching_policy" });
    await expect(refusal).toContainText("app.oauth2.as.authorize");
    await expect(refusal).toContainText("FAILURE");
    await expect(refusal).toContainText("it.user@example.com");
  });

  test("the explorer warns about an inactive server before a request is sent", async ({ page }) => {
    await openSetUp(page, `${server}/settings`);
    await confirmChange(page, "Deactivate default");
    await page.goto("./?server=default");
    const notice = page
      .getByRole("status")
      .filter({ hasText: "no active authorization server with this ID" });
    await expect(notice).toBeVisible();
    await page.getByRole("radio", { name: "Org" }).check();
    await expect(notice).toHaveCount(0);
  });

  test("Token Preview shows the claims that a real sign-in returns", async ({
    page,
    sendRequest,
  }) => {
    const person = "joe.user@example.com";
    await openSetUp(page, `${server}/token-preview`);
    const form = findForm(page, "Request Properties");
    const preview = form.getByRole("button", { name: "Preview Token" });
    await form.getByRole("combobox", { name: "Grant type" }).selectOption("Client Credentials");
    await preview.click();
    await expect(page.getByRole("alert")).toContainText("unauthorized_client");

    await form
      .getByRole("combobox", { name: "Grant type" })
      .selectOption("Implicit: id_token token");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await form.getByRole("combobox", { name: "User" }).selectOption(person);
    await form.getByRole("checkbox", { name: "profile", exact: true }).check();
    await preview.click();
    await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText([
      "Midwest Sales",
      "Everyone",
    ]);
    const tokens = ["ID token", "Access token"];
    const previewed = await Promise.all(tokens.map((it) => readLastingRows(page, it)));

    await sendRequest({
      ...fromServer,
      tokenType: "Both",
      scopes: ["openid", "profile"],
      person,
    });
    expect(await Promise.all(tokens.map((it) => readLastingRows(page, it)))).toEqual(previewed);
  });
});

test("after a change to another app, the preview link selects that app and a flow it may use", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, "applications");
  const create = await openForm(page, "Create App Integration");
  await create.getByRole("textbox", { name: "App integration name" }).fill("Payroll");
  await create
    .getByRole("textbox", { name: "Sign-in redirect URIs" })
    .fill("https://payroll.example.com/");
  await create.getByRole("button", { name: "Create" }).click();
  await page.getByRole("link", { name: "Assign people or groups" }).click();
  const assign = findForm(page, "Assign to Groups");
  await assign.getByRole("combobox", { name: "Group" }).selectOption("IT");
  await assign.getByRole("button", { name: "Assign" }).click();

  await assign.getByRole("link", { name: "Preview tokens" }).click();
  const form = findForm(page, "Request Properties");
  const chosen = form.getByRole("combobox", { name: "OAuth/OIDC client" });
  await expect(chosen.getByRole("option", { name: "Payroll", selected: true })).toBeAttached();
  await form.getByRole("button", { name: "Preview Token" }).click();
  await expect(findRegion(page, "ID token").getByRole("rowheader", { name: "sub" })).toBeVisible();

  await page.reload();
  await expect(chosen.getByRole("option", { name: "Payroll", selected: true })).toBeAttached();
});

test("Token Preview says so if the org has no apps", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, `${explorerPlace}/general`);
  await confirmChange(page, "Deactivate Okta Groups Explorer");
  await confirmChange(page, "Delete Okta Groups Explorer");
  await expect(page.getByText(/^None yet\. Create one/)).toBeVisible();
  await openSetUp(page, `${server}/token-preview`);
  await expect(page.getByRole("button", { name: "Preview Token" })).toHaveCount(0);
  await page.getByRole("link", { name: "Create an app" }).click();
  await expect(page.getByRole("button", { name: "Create App Integration" })).toBeVisible();
});

test("a service needs no assignment, and its preview no user", {
  tag: "@worker",
}, async ({ page }) => {
  await openSetUp(page, "applications");
  const create = await openForm(page, "Create App Integration");
  await create.getByRole("textbox", { name: "App integration name" }).fill("Nightly job");
  await create.getByRole("combobox", { name: "Application type" }).selectOption("API Services");
  await create.getByRole("button", { name: "Create" }).click();
  await page.getByRole("link", { name: "See the client secret" }).click();
  await expect(page.getByRole("button", { name: "Copy client secret" })).toBeVisible();

  await openSetUp(page, `${server}/token-preview`);
  const form = findForm(page, "Request Properties");
  await form.getByRole("combobox", { name: "OAuth/OIDC client" }).selectOption("Nightly job");
  const flow = form.getByRole("combobox", { name: "Grant type" });
  await expect(flow.getByRole("option", { selected: true })).toHaveText("Client Credentials");
  await expect(form.getByRole("group", { name: "Scopes" })).toHaveAccessibleDescription(
    /openid need a user/,
  );
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
  await page.getByRole("radio", { name: fromServer.server }).check();
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
