import { afterEach, describe, expect, test, vi } from "vitest";
import { type Locator, page } from "vitest/browser";
import {
  confirmChange,
  expectFieldError,
  expectRealOrg,
  explorerPlace,
  findForm,
  findPreview,
  findRow,
  openForm,
  openSetUp,
} from "./test-set-up-page.tsx";

// The set-up pages of a custom authorization server, with a whole demo org in this document.

const place = "authorization-servers/default";
const ingrid = "it.user@example.com";
const itId = "00goeudyucv6CcaeV0h7";
const both = { response_type: "id_token token", scope: "openid" };
const idTokenOnly = { response_type: "id_token", scope: "openid" };
const accessTokenOnly = { response_type: "token", scope: "openid" };

afterEach(() => vi.unstubAllGlobals());

const choose = (form: Locator, label: string, option: string) =>
  form.getByRole("combobox", { name: label }).selectOptions(option);
const type = (form: Locator, label: string, text: string) =>
  form.getByRole("textbox", { name: label }).fill(text);
const check = (form: Locator, label: string) => form.getByRole("checkbox", { name: label }).click();

const openClaim = async (name: string) => {
  await page.getByRole("button", { name: `Edit ${name}` }).click();
  return findForm(`Edit claim ${name}`);
};

async function typeFilter(form: Locator, regex: string): Promise<void> {
  await choose(form, "Value type", "Groups");
  await choose(form, "Filter", "Matches regex");
  await type(form, "Value", regex);
}

/** Submits a form and waits until it closes. */
async function submit(form: Locator): Promise<void> {
  await form.getByRole("button", { name: /^(Create|Save|Assign)/ }).click();
  await expect.poll(() => form.elements()).toEqual([]);
}

describe("the Claims tab", () => {
  test("adds a claim for thin ID tokens, or for requests of the ID token only", async () => {
    const { issue } = await openSetUp(`${place}/claims`);
    const form = await openForm("Add Claim");
    await type(form, "Name", "groups");
    await choose(form, "Include in token type", "ID Token");
    await choose(form, "Include in ID Token", "Always");
    await typeFilter(form, ".*");
    await submit(form);
    expect((await issue(ingrid, both, "/default")).idToken?.groups).toEqual(["Everyone", "IT"]);

    const again = await openClaim("groups");
    await choose(again, "Include in ID Token", "Userinfo / id_token request");
    await submit(again);
    const { idToken } = await issue(ingrid, both, "/default");
    expect(idToken).toHaveProperty("sub");
    expect(idToken).not.toHaveProperty("groups");
    expect((await issue(ingrid, idTokenOnly, "/default")).idToken?.groups).toEqual([
      "Everyone",
      "IT",
    ]);
  });

  test("previews a filter while typing, with the groups that the next token has", async () => {
    const { issue } = await openSetUp(`${place}/claims`);
    const form = await openClaim("GroupsClaim");
    const preview = findPreview(form);
    await typeFilter(form, "I");
    await expect.element(preview).toHaveTextContent("No group matches");
    await typeFilter(form, "(I");
    // The preview keeps the previous result while it loads, so that the form doesn't shift.
    expect(preview.element().textContent).not.toBe("…");
    await expect.element(preview).toHaveTextContent("(I is not closed");
    await typeFilter(form, "I.");
    await expect.element(preview.getByRole("listitem")).toHaveTextContent("IT");
    await submit(form);
    const { accessToken } = await issue(ingrid, accessTokenOnly, "/default");
    expect(accessToken?.GroupsClaim).toEqual(["IT"]);
  });

  test("starts an expression from a pattern, and restores what was typed", async () => {
    await openSetUp(`${place}/claims`);
    const form = await openForm("Add Claim");
    await type(form, "Name", "started");
    await type(form, "Value", "user.email");
    await form.getByText("Start from a pattern").click();
    const value = form.getByRole("textbox", { name: "Value" });
    const patterns = form.getByRole("button", { name: /^Use: / });
    await expect.element(patterns.first()).toBeVisible();
    for (const pattern of patterns.all()) {
      await pattern.click();
      await expect.element(value).not.toHaveValue("user.email");
      // "No value": the app has no allowlist yet, so the claim is left out.
      await expect.element(findPreview(form)).toHaveTextContent(/Everyone|IT|admin|No value/);
    }
    await form.getByRole("button", { name: "Restore what I typed" }).click();
    await expect.element(value).toHaveValue("user.email");
    await expect.element(findPreview(form)).toHaveTextContent("@example.com");
  });

  test("previews an expression while typing, with the value that the next token has", async () => {
    const { issue } = await openSetUp(`${place}/claims`);
    const form = await openForm("Add Claim");
    await type(form, "Name", "started");
    await type(form, "Value", 'Groups.startWith("OKTA", "I", 10)');
    await expect
      .element(findPreview(form))
      .toHaveTextContent(/At character 1:.* no function Groups.startWith/);
    await type(form, "Value", 'Groups.startsWith("OKTA", "I", 10)');
    await expect.element(findPreview(form).getByRole("listitem")).toHaveTextContent("IT");
    await expectRealOrg(
      form,
      "Security > API > Authorization Servers > default > Claims > Add Claim",
      ["/api/v1/authorizationServers/default/claims'", '"valueType": "EXPRESSION"'],
    );
    await submit(form);

    const listed = await openForm("Add Claim");
    await type(listed, "Name", "listed");
    await type(listed, "Value", "access.scope");
    await choose(listed, "Include in", "The following scopes");
    await check(listed, "email");
    await expect.element(findPreview(listed)).toHaveTextContent("openidemail");
    await choose(listed, "Include in", "Any scope");
    await type(listed, "Value", `getFilteredGroups({"${itId}"}, "group.name", 40)`);
    await submit(listed);
    const { accessToken } = await issue(ingrid, accessTokenOnly, "/default");
    expect(accessToken).toMatchObject({ started: ["IT"], listed: ["IT"] });
  });

  test("disables a claim, which stays in the list", async () => {
    const { issue } = await openSetUp(`${place}/claims`);
    const form = await openClaim("GroupsClaim");
    await check(form, "Disable claim");
    await submit(form);
    await expect.element(findRow("Claims", "GroupsClaim")).toHaveTextContent("Disabled");
    const { accessToken } = await issue(ingrid, accessTokenOnly, "/default");
    expect(accessToken).toHaveProperty("uid");
    expect(accessToken).not.toHaveProperty("GroupsClaim");
  });

  test("changes the expression of an access token's sub", async () => {
    const { issue } = await openSetUp(`${place}/claims`);
    await page.getByText(/^System claims \(/).click();
    const form = await openClaim("sub");
    await type(form, "Value", "String.toUpperCase(user.lastName)");
    await submit(form);
    await expect.element(findRow("System claims", "sub")).toHaveTextContent("String.toUpperCase");
    const { accessToken } = await issue(ingrid, accessTokenOnly, "/default");
    expect(accessToken?.sub).toBe("HOLM");
  });

  test("shows a reserved name as an error at its field, and keeps the input", async () => {
    await openSetUp(`${place}/claims`);
    const form = await openForm("Add Claim");
    const name = form.getByRole("textbox", { name: "Name" });
    await expect.element(name).toHaveFocus();
    await name.fill("scp");
    await typeFilter(form, "IT|.* Sales");
    await choose(form, "Include in", "The following scopes");
    await check(form, "openid");
    await form.getByRole("button", { name: "Create" }).click();
    await expectFieldError(name, /'scp' is reserved and cannot be used/);

    await name.fill("departments");
    await submit(form);
    const row = findRow("Claims", "departments");
    await expect.element(row).toHaveTextContent("Matches regex: IT|.* Sales");
    await expect.element(row).toHaveTextContent("openid");
  });
});

test("a claim limited to a new groups scope is in tokens that were requested with it", async () => {
  const { issue, goTo } = await openSetUp(`${place}/scopes`);
  const scope = await openForm("Add Scope");
  await type(scope, "Name", "groups");
  await check(scope, "Include in public metadata");
  await submit(scope);
  await expect.element(findRow("Scopes", "groups")).toHaveTextContent("Published");

  await goTo(`${place}/claims`);
  const claim = await openForm("Add Claim");
  await type(claim, "Name", "groups");
  await choose(claim, "Include in token type", "ID Token");
  await typeFilter(claim, "I.");
  await choose(claim, "Include in", "The following scopes");
  await check(claim, "groups");
  await submit(claim);
  await expect.element(findRow("Claims", "groups")).toHaveTextContent("Matches regex: I.groups");

  const withScope = { ...idTokenOnly, scope: "openid groups" };
  expect((await issue(ingrid, withScope, "/default")).idToken?.groups).toEqual(["IT"]);
  const { idToken } = await issue(ingrid, idTokenOnly, "/default");
  expect(idToken).toHaveProperty("sub");
  expect(idToken).not.toHaveProperty("groups");
});

test("a request fails after its rule was deleted, and the System Log says why", async () => {
  const { issue, goTo } = await openSetUp(`${place}/access-policies`);
  await confirmChange("Delete Code and implicit, any scope");
  expect((await issue(ingrid, accessTokenOnly, "/default")).error).toBe("access_denied");
  await goTo("system-log");
  const refusal = page.getByRole("row").filter({ hasText: "no_matching_policy" });
  for (const part of ["app.oauth2.as.authorize", "FAILURE", ingrid])
    await expect.element(refusal).toHaveTextContent(part);
});

describe("Token Preview", () => {
  const preview = () => page.getByRole("button", { name: "Preview Token" });
  const findClaims = (token: string) =>
    page.getByRole("region", { name: token }).getByRole("table", { name: "Claims" });

  test("shows the refusal of a request, and the claims that a sign-in returns", async () => {
    const { issue } = await openSetUp(`${place}/token-preview`);
    const form = findForm("Request Properties");
    await choose(form, "Grant type", "Client Credentials");
    await preview().click();
    await expect.element(page.getByRole("alert")).toHaveTextContent("unauthorized_client");
    await choose(form, "Grant type", "Implicit: id_token token");
    await expect.poll(() => page.getByRole("alert").elements()).toEqual([]);

    const person = "joe.user@example.com";
    await choose(form, "User", person);
    await check(form, "profile");
    await preview().click();
    await expect.element(findClaims("Access token")).toHaveTextContent(/Midwest Sales ?Everyone/);
    const request = { ...both, scope: "openid profile" };
    const { idToken, accessToken } = await issue(person, request, "/default");
    for (const [token, claims] of [
      ["ID token", idToken],
      ["Access token", accessToken],
    ] as const) {
      const rows = findClaims(token).getByRole("rowheader").elements();
      // A preview has no request, so it has no nonce.
      const { nonce, ...others } = claims ?? {};
      const names = rows.map(({ textContent }) => textContent).filter((it) => it !== "nonce");
      expect(names.toSorted()).toEqual(Object.keys(others).toSorted());
    }
  });

  test("selects the app that was changed, and a flow that it may use", async () => {
    await openSetUp("applications");
    const create = await openForm("Create App Integration");
    await type(create, "App integration name", "Payroll");
    await type(create, "Sign-in redirect URIs", "https://payroll.example.com/");
    await create.getByRole("button", { name: "Create" }).click();
    await page.getByRole("link", { name: "Assign people or groups" }).click();
    const assign = findForm("Assign to Groups");
    await choose(assign, "Group", "IT");
    await assign.getByRole("button", { name: "Assign" }).click();

    await assign.getByRole("link", { name: "Preview tokens" }).click();
    const client = page.getByRole("combobox", { name: "OAuth/OIDC client" });
    await expect.element(client).toHaveDisplayValue("Payroll");
    // A reload keeps the selected app.
    expect(location.search).toMatch(/token-preview\/0oa\w+$/);
    await preview().click();
    await expect.element(findClaims("ID token")).toHaveTextContent("sub");
  });

  test("says that the org has no apps, if there are none", async () => {
    const { goTo } = await openSetUp(`${explorerPlace}/general`);
    await confirmChange("Deactivate Okta Groups Explorer");
    await confirmChange("Delete Okta Groups Explorer");
    await expect.element(page.getByText(/^None yet\. Create one/)).toBeVisible();
    await goTo(`${place}/token-preview`);
    await expect.element(page.getByRole("link", { name: "Create an app" })).toBeVisible();
    expect(preview().elements()).toEqual([]);
    await page.getByRole("link", { name: "Create an app" }).click();
    await expect
      .element(page.getByRole("button", { name: "Create App Integration" }))
      .toBeVisible();
  });

  test("needs no user for a service, which needs no assignment", async () => {
    const { goTo } = await openSetUp("applications");
    const create = await openForm("Create App Integration");
    await type(create, "App integration name", "Nightly job");
    await choose(create, "Application type", "API Services");
    await create.getByRole("button", { name: "Create" }).click();
    await page.getByRole("link", { name: "See the client secret" }).click();
    await expect.element(page.getByRole("button", { name: "Copy client secret" })).toBeVisible();

    await goTo(`${place}/token-preview`);
    const form = findForm("Request Properties");
    await choose(form, "OAuth/OIDC client", "Nightly job");
    await expect
      .element(form.getByRole("combobox", { name: "Grant type" }))
      .toHaveDisplayValue("Client Credentials");
    await expect
      .element(form.getByRole("group", { name: "Scopes" }))
      .toHaveAccessibleDescription(/openid need a user/);
  });
});
