import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findSend } from "./support/regions.ts";
import {
  confirmChange,
  expectFieldError,
  expectRealOrg,
  explorerPlace,
  findForm,
  findPreview,
  findRow,
  openSetUp,
} from "./support/set-up.ts";

const idToken = { tokenType: "ID token", scopes: ["openid", "groups"] } satisfies RequestChoice;
const ingrid = "it.user@example.com";
const signOnPath =
  "Applications and Resources > Applications > Okta Groups Explorer > Sign On > OpenID Connect ID Token > Edit";

async function expectGroups(page: Page, names: readonly string[]): Promise<void> {
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([...names]);
}

test.describe("of the app at the demo org", { tag: "@worker" }, () => {
  test("the preview of a filter shows the groups that the token then has", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    await form.getByRole("combobox", { name: "Filter", exact: true }).selectOption("Starts with");
    await form.getByRole("textbox", { name: "Value" }).fill("every");
    const preview = findPreview(form);
    await expect(preview.getByRole("listitem")).toHaveText(["Everyone"]);
    await form
      .getByRole("combobox", { name: "Preview for user" })
      .selectOption("many.groups@example.com");
    await form.getByRole("textbox", { name: "Value" }).fill("project 12");
    await expect(preview.getByRole("listitem")).toHaveText(["Project 120"]);
    await form.getByRole("textbox", { name: "Value" }).fill("");
    await expect(preview).toContainText("More than 100 groups match");

    await form.getByRole("textbox", { name: "Value" }).fill("it");
    await expect(preview).toContainText("No group matches");
    await expectRealOrg(form, signOnPath, ['"groupFilterType": "STARTS_WITH"', '"value": "it"']);
    await expect(form.getByText("Refresh Application Data")).toBeVisible();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expectGroups(page, ["IT"]);
  });

  test("an expression can read the guide's allowlist from the app's profile", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    const profileForm = findForm(page, "Profile");
    const profile = profileForm.getByRole("textbox", { name: "Profile (JSON)" });
    await profile.fill('{"groupallowlist": [');
    await expectFieldError(profile, /Not valid JSON/);
    await profile.fill('{"groupallowlist": ["00goeudyucv6CcaeV0h7"]}');
    await profileForm.getByRole("button", { name: "Save profile" }).click();
    await expect(profileForm.getByText("Saved.")).toBeVisible();

    await page.getByRole("link", { name: "Sign On" }).click();
    const form = findForm(page, "OpenID Connect ID Token");
    await form.getByRole("combobox", { name: "Group claim type" }).selectOption("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    const preview = findPreview(form);
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name" 40)');
    await expect(preview).toContainText("At character 60:");
    await expect(preview.locator("mark")).toHaveText("40");
    await expect(expression).toHaveAccessibleDescription(/At character 60/);
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');
    await form
      .getByRole("combobox", { name: "Preview for user" })
      .selectOption("joe.user@example.com");
    await expect(preview).toContainText("the claim is left out");
    await form.getByRole("combobox", { name: "Preview for user" }).selectOption(ingrid);
    await expect(preview.getByRole("listitem")).toHaveText(["IT"]);

    const name = form.getByRole("textbox", { name: "Claim name" });
    await name.fill("sub");
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(name, /reserved/);
    await expect(expression).toHaveValue(/^getFilteredGroups/);
    await name.fill("groups");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expectGroups(page, ["IT"]);
  });

  test("the newer Claims section checks expressions in Identity Engine's language", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    await page.getByRole("button", { name: "Add expression" }).click();
    const form = findForm(page, "Add expression");
    const expression = form.getByRole("textbox", { name: "Expression", exact: true });
    const preview = findPreview(form);
    await form.getByRole("textbox", { name: "Name" }).fill("first_name");
    await expression.fill("user.firstName");
    await expect(preview).toContainText("Write user.profile.firstName.");
    await expression.fill("user.profile.firstName");
    await expect(preview).toContainText('"Ingrid"');
    await form.getByRole("button", { name: "Add claim" }).click();
    await expect(findRow(page, "Claims", "first_name")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expect(findClaim(findRegion(page, "ID token"), "first_name")).toContainText("Ingrid");
  });

  test("the preview's user stays selected when the filter becomes an expression", async ({
    page,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const person = form.getByRole("combobox", { name: "Preview for user" });
    await person.selectOption("joe.user@example.com");
    await form.getByRole("combobox", { name: "Group claim type" }).selectOption("Expression");
    await form.getByRole("textbox", { name: "Groups claim expression" }).fill("user.login");
    const preview = findPreview(form);
    await expect(preview).toContainText("joe.user@example.com");
  });

  test("an empty claim name removes the claim", async ({ page, sendRequest }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    await form.getByRole("textbox", { name: "Claim name" }).fill("");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();

    await sendRequest({ ...idToken, person: ingrid });
    const token = findRegion(page, "ID token");
    await expect(findClaim(token, "sub")).toBeVisible();
    await expect(findClaim(token, "groups")).toHaveCount(0);
  });

  test("a response without groups links to the Sign On tab, which links back to the explorer", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const name = form.getByRole("textbox", { name: "Claim name" });
    await name.fill("");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("link", { name: "Try it in the explorer" }).click();
    await sendRequest({ ...idToken, person: ingrid });
    const answer = findRegion(page, "Where are the groups?");
    await expect(answer).toContainText("the app has no groups claim");

    await answer.getByRole("link", { name: "Set up the app’s Sign On tab" }).click();
    await name.fill("groups");
    await form.getByRole("textbox", { name: "Value" }).fill(".*");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("link", { name: "Try it in the explorer" }).click();
    await sendRequest(idToken);
    await expectGroups(page, ["Everyone", "IT"]);
  });

  test("hostile filters and expressions don't block the org", async ({ page }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const preview = findPreview(form);
    await form
      .getByRole("combobox", { name: "Preview for user" })
      .selectOption("hostile.names@example.com");
    const filter = form.getByRole("textbox", { name: "Value" });
    await filter.fill("(L+)+!");
    await expect(preview).toContainText("No group matches");
    await filter.fill(`${"(".repeat(5000)}a+${")+".repeat(2500)}`);
    await expect(preview).toContainText("This regular expression is too long");
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(filter, /too long: at most 1024 characters/);

    await form.getByRole("combobox", { name: "Group claim type" }).selectOption("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    for (const hostile of ["(".repeat(10_000), `"${"a".repeat(300)}" matches "(a+)+$b"`]) {
      await expression.fill(hostile);
      await expect(preview).toContainText(/At character|false/);
    }
  });

  test("an app that requires two factors asks the security question, and the token says so", async ({
    page,
    startRequest,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "User authentication");
    const policy = form.getByRole("combobox", { name: "Authentication policy" });
    await policy.selectOption("Any two factors");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();

    await startRequest(idToken);
    await page.getByRole("textbox", { name: "Username" }).fill(ingrid);
    await page.getByRole("textbox", { name: "Password" }).fill("demo-password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const answer = page.getByRole("textbox", { name: "Security question answer" });
    await answer.fill("wrong");
    await page.getByRole("button", { name: "Verify" }).click();
    await expect(answer).toHaveAccessibleDescription(/The answer is wrong/);
    await answer.fill("demo-answer");
    await page.getByRole("button", { name: "Verify" }).click();
    const amr = findClaim(findRegion(page, "ID token"), "amr");
    for (const method of ["pwd", "mfa", "kba"]) await expect(amr).toContainText(method);

    await sendRequest({ ...idToken, person: "joe.user@example.com" });
    await expect(amr).toContainText("kba");
  });

  test("the list has the guide's last step, and says that it changes nothing", async ({ page }) => {
    await openSetUp(page, "applications");
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "Refresh Application Data" }).click();
    await expect(page.getByText("the demo org doesn’t need it")).toBeVisible();
  });

  test("the Assignments tab says if Federation Broker Mode lets everyone in", async ({ page }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    const form = findForm(page, "General Settings");
    await form.getByRole("checkbox", { name: "Federation Broker Mode" }).check();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await page.getByRole("link", { name: "Assignments", exact: true }).click();
    await expect(page.getByText(/everyone can use the app, assigned or not/)).toBeVisible();
    await expect(page.getByText(/Everyone else gets/)).toHaveCount(0);
  });

  test("requests with a redirect URI that was removed fail", async ({ page }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    const form = findForm(page, "General Settings");
    const uris = form.getByRole("textbox", { name: "Sign-in redirect URIs" });
    await uris.fill("https://app.example.com/\njavascript:alert(1)");
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(uris, /Entry 2: Must be an absolute URI/);
    await expect(uris).toHaveValue("https://app.example.com/\njavascript:alert(1)");

    await uris.fill("https://app.example.com/");
    await expectRealOrg(
      form,
      "Applications and Resources > Applications > Okta Groups Explorer > General > Edit",
      ["--request PUT", `"redirect_uris": [\n        "https://app.example.com/"\n      ]`],
    );
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await page.goto("./");
    await findSend(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    await expect(page.getByRole("main")).toContainText("must be a Login redirect URI");
  });

  test("the explorer activates a deactivated app before it sends the request", async ({
    page,
    signIn,
  }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    await confirmChange(page, "Deactivate Okta Groups Explorer");
    await page.goto("./?scope=openid+groups");
    const activate = page.getByRole("button", { name: "Activate the app and send" });
    await expect(activate).toBeVisible();
    await findSend(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    await expect(page.getByRole("main")).toContainText("it is deactivated");
    await page.getByRole("link", { name: "Back to localhost" }).click();
    const scopes = page.getByRole("group", { name: "Scopes" });
    await expect(scopes.getByRole("checkbox", { name: "email", exact: true })).not.toBeChecked();
    await activate.click();
    await signIn(ingrid);
    await expectGroups(page, ["Everyone", "IT"]);
  });

  test("an unassigned person gets access_denied until one of their groups is assigned", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/assignments`);
    await confirmChange(page, `Unassign ${ingrid}`);
    await expect(findRow(page, "People", ingrid)).toHaveCount(0);
    await sendRequest({ ...idToken, person: ingrid });
    await expect(page.getByRole("alert")).toContainText("access_denied");

    await openSetUp(page, `${explorerPlace}/assignments`);
    const assign = findForm(page, "Assign to Groups");
    await assign.getByRole("combobox", { name: "Group" }).selectOption("IT");
    await expectRealOrg(
      assign,
      "Applications and Resources > Applications > Okta Groups Explorer > Assignments > Assign > Assign to Groups",
      ["--request PUT", "/groups/00goeudyucv6CcaeV0h7"],
    );
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect(findRow(page, "Groups", "IT")).toBeVisible();
    await expect(assign.getByRole("button", { name: "Assign" })).toBeFocused();
    await sendRequest(idToken);
    await expectGroups(page, ["Everyone", "IT"]);
  });
});
