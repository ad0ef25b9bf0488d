import { expect, type RequestChoice, test } from "./fixtures.ts";
import { addClaim, changeClaim, fillClaim, openClaim, saveClaim } from "./support/claim-form.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import {
  expectFieldError,
  expectRealOrg,
  findForm,
  findPreview,
  findRow,
  openSetUp,
} from "./support/set-up.ts";

const server = "authorization-servers/default";

const idToken = {
  server: "Custom",
  tokenType: "ID token",
  scopes: ["openid"],
} satisfies RequestChoice;
const accessToken = { ...idToken, tokenType: "Access token" } satisfies RequestChoice;

test.describe("of a custom authorization server's claims", { tag: "@worker" }, () => {
  test("thin ID tokens include claims set to Always, and no claims for id_token requests", async ({
    page,
    sendRequest,
  }) => {
    const thin = { ...idToken, tokenType: "Both" } as const;
    await openSetUp(page, `${server}/claims`);
    await addClaim(page, {
      name: "groups",
      tokenType: "ID Token",
      inclusion: "Always",
      regex: ".*",
    });
    const groups = findGroups(findRegion(page, "ID token"), "groups");
    await sendRequest(thin);
    await expect(groups).toHaveText(["Everyone", "IT"]);

    await openSetUp(page, `${server}/claims`);
    await changeClaim(page, "groups", { inclusion: "Userinfo / id_token request" });
    await sendRequest(thin);
    await expect(findClaim(findRegion(page, "ID token"), "sub")).toBeVisible();
    await expect(groups).toHaveCount(0);
    await sendRequest(idToken);
    await expect(groups).toHaveText(["Everyone", "IT"]);
  });

  test("the preview of a filter updates while typing, and the token has the same groups", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${server}/claims`);
    const form = await openClaim(page, "GroupsClaim");
    await fillClaim(form, { regex: "I" });
    await expect(findPreview(form)).toContainText("No group matches");
    await fillClaim(form, { regex: "(I" });
    // It keeps the previous result while loading, so that the form doesn't shift.
    expect(await findPreview(form).innerText()).not.toBe("…");
    await expect(findPreview(form)).toContainText("(I is not closed");
    await fillClaim(form, { regex: "I." });
    await expect(findPreview(form).getByRole("listitem")).toHaveText(["IT"]);
    await saveClaim(form);

    await sendRequest(accessToken);
    await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText(["IT"]);
  });

  test("an expression can start from a pattern, and what was typed can be restored", async ({
    page,
  }) => {
    await openSetUp(page, `${server}/claims`);
    const form = await openClaim(page);
    await fillClaim(form, { name: "started", expression: "user.email" });
    await form.getByText("Start from a pattern").click();
    const value = form.getByRole("textbox", { name: "Value", exact: true });
    const patterns = form.getByRole("button", { name: /^Use: / });
    await expect(patterns.first()).toBeVisible();
    for (const pattern of await patterns.all()) {
      await pattern.click();
      await expect(value).not.toHaveValue("user.email");
      // The app has no allowlist yet: then the claim is left out.
      await expect(findPreview(form)).toContainText(/Everyone|IT|admin|No value/);
    }
    await form.getByRole("button", { name: "Restore what I typed" }).click();
    await expect(value).toHaveValue("user.email");
    await expect(findPreview(form)).toContainText("@example.com");
  });

  test("the preview of an expression updates while typing, and the token has the same value", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${server}/claims`);
    const form = await openClaim(page);
    await fillClaim(form, { name: "started", expression: 'Groups.startWith("OKTA", "I", 10)' });
    await expect(findPreview(form)).toContainText(/At character 1:.* no function Groups.startWith/);
    await fillClaim(form, { expression: 'Groups.startsWith("OKTA", "I", 10)' });
    await expect(findPreview(form).getByRole("listitem")).toHaveText(["IT"]);
    await expectRealOrg(
      form,
      "Security > API > Authorization Servers > default > Claims > Add Claim",
      ["/api/v1/authorizationServers/default/claims'", '"valueType": "EXPRESSION"'],
    );
    await saveClaim(form);
    const granted = await openClaim(page);
    await fillClaim(granted, { expression: "access.scope", scope: "email" });
    await expect(findPreview(granted).getByRole("listitem")).toHaveText(["openid", "email"]);
    await granted.getByRole("button", { name: "Cancel" }).click();
    await addClaim(page, {
      name: "listed",
      expression: 'getFilteredGroups({"00goeudyucv6CcaeV0h7"}, "group.name", 40)',
    });

    await sendRequest(accessToken);
    const token = findRegion(page, "Access token");
    await expect(findGroups(token, "started")).toHaveText(["IT"]);
    await expect(findGroups(token, "listed")).toHaveText(["IT"]);
  });

  test("a claim limited to a new groups scope is in tokens that were requested with it", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${server}/scopes`);
    await page.getByRole("button", { name: "Add Scope", exact: true }).click();
    const form = findForm(page, "Add Scope");
    await form.getByRole("textbox", { name: "Name", exact: true }).fill("groups");
    await form.getByRole("checkbox", { name: "Include in public metadata" }).check();
    await form.getByRole("button", { name: "Create" }).click();
    await expect(findRow(page, "Scopes", "groups")).toContainText("Published");
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await addClaim(page, { name: "groups", tokenType: "ID Token", regex: ".*", scope: "groups" });
    await expect(findRow(page, "Claims", "groups")).toContainText("Matches regex: .*groups");

    await sendRequest({ ...idToken, scopes: ["openid", "groups"] });
    const token = findRegion(page, "ID token");
    await expect(findGroups(token, "groups")).toHaveText(["Everyone", "IT"]);
    await sendRequest(idToken);
    await expect(findClaim(token, "sub")).toBeVisible();
    await expect(findClaim(token, "groups")).toHaveCount(0);
  });

  test("a disabled claim stays in the list, but not in the token", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${server}/claims`);
    await changeClaim(page, "GroupsClaim", { isDisabled: true });
    await expect(findRow(page, "Claims", "GroupsClaim")).toContainText("Disabled");

    await sendRequest(accessToken);
    const token = findRegion(page, "Access token");
    await expect(findClaim(token, "uid")).toBeVisible();
    await expect(findClaim(token, "GroupsClaim")).toHaveCount(0);
  });

  test("sub of access tokens follows its expression", async ({ page, sendRequest }) => {
    await openSetUp(page, `${server}/claims`);
    await page.getByText(/^System claims \(/).click();
    await changeClaim(page, "sub", { expression: "String.toUpperCase(user.lastName)" });
    await expect(findRow(page, "System claims", "sub")).toContainText("String.toUpperCase");

    await sendRequest(accessToken);
    await expect(findClaim(findRegion(page, "Access token"), "sub")).toContainText("HOLM");
  });

  test("a reserved claim name is an error at its field, and the input is kept", async ({
    page,
  }) => {
    await openSetUp(page, `${server}/claims`);
    const form = await openClaim(page);
    const name = form.getByRole("textbox", { name: "Name", exact: true });
    await expect(name).toBeFocused();
    await fillClaim(form, { name: "scp", regex: "IT|.* Sales", scope: "openid" });
    await form.getByRole("button", { name: "Create" }).click();
    await expectFieldError(name, /'scp' is reserved and cannot be used/);

    await fillClaim(form, { name: "departments" });
    await saveClaim(form);
    const row = findRow(page, "Claims", "departments");
    await expect(row).toContainText("Matches regex: IT|.* Sales");
    await expect(row).toContainText("openid");
  });
});
