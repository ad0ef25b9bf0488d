import type { Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findSend } from "./support/regions.ts";
import {
  changeAfterAsking,
  expectComplaint,
  expectRealOrg,
  explorerPlace,
  findForm,
  findOutcome,
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
  test("a filter is tried on somebody, and then lets only its groups into the token", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    await form.getByRole("combobox", { name: "Filter", exact: true }).selectOption("Starts with");
    await form.getByRole("textbox", { name: "Value" }).fill("every");
    const outcome = findOutcome(form);
    await expect(outcome.getByRole("listitem")).toHaveText(["Everyone"]);
    await form
      .getByRole("combobox", { name: "Try it for" })
      .selectOption("many.groups@example.com");
    await form.getByRole("textbox", { name: "Value" }).fill("project 12");
    await expect(outcome.getByRole("listitem")).toHaveText(["Project 120"]);
    await form.getByRole("textbox", { name: "Value" }).fill("");
    await expect(outcome).toContainText("More than 100 groups match");

    await form.getByRole("textbox", { name: "Value" }).fill("it");
    await expect(outcome).toContainText("Lets no group through");
    await expectRealOrg(form, signOnPath, ['"groupFilterType": "STARTS_WITH"', '"value": "it"']);
    await expect(form.getByText("Refresh Application Data")).toBeVisible();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expectGroups(page, ["IT"]);
  });

  test("an expression is checked as it is typed, and reads the app's profile: the guide's allowlist", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    const profileForm = findForm(page, "Profile");
    const profile = profileForm.getByRole("textbox", { name: "Profile (JSON)" });
    await profile.fill('{"groupallowlist": [');
    await expectComplaint(profile, /no JSON yet/);
    await profile.fill('{"groupallowlist": ["00goeudyucv6CcaeV0h7"]}');
    await profileForm.getByRole("button", { name: "Save profile" }).click();
    await expect(profileForm.getByText("Saved.")).toBeVisible();

    await page.getByRole("link", { name: "Sign On" }).click();
    const form = findForm(page, "OpenID Connect ID Token");
    await form.getByRole("combobox", { name: "Groups claim type" }).selectOption("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    const outcome = findOutcome(form);
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name" 40)');
    await expect(outcome).toContainText("At character 60:");
    await expect(outcome.locator("mark")).toHaveText("40");
    await expect(expression).toHaveAccessibleDescription(/At character 60/);
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');
    await form.getByRole("combobox", { name: "Try it for" }).selectOption("joe.user@example.com");
    await expect(outcome).toContainText("the claim is left out");
    await form.getByRole("combobox", { name: "Try it for" }).selectOption(ingrid);
    await expect(outcome.getByRole("listitem")).toHaveText(["IT"]);

    const name = form.getByRole("textbox", { name: "Claim name" });
    await name.fill("sub");
    await form.getByRole("button", { name: "Save" }).click();
    await expectComplaint(name, /reserved/);
    await expect(expression).toHaveValue(/^getFilteredGroups/);
    await name.fill("groups");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Saved.")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expectGroups(page, ["IT"]);
  });

  test("an expression of the newer Claims is checked in their own language", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    await page.getByRole("button", { name: "Add expression" }).click();
    const form = findForm(page, "Add expression");
    const expression = form.getByRole("textbox", { name: "Expression", exact: true });
    const outcome = findOutcome(form);
    await form.getByRole("textbox", { name: "Name" }).fill("first_name");
    await expression.fill("user.firstName");
    await expect(outcome).toContainText("Write user.profile.firstName.");
    await expression.fill("user.profile.firstName");
    await expect(outcome).toContainText('"Ingrid"');
    await form.getByRole("button", { name: "Add claim" }).click();
    await expect(findRow(page, "Claims", "first_name")).toBeVisible();
    await sendRequest({ ...idToken, person: ingrid });
    await expect(findClaim(findRegion(page, "ID token"), "first_name")).toContainText("Ingrid");
  });

  test("whoever a claim is tried on stays chosen when the filter becomes an expression", async ({
    page,
  }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const person = form.getByRole("combobox", { name: "Try it for" });
    await person.selectOption("joe.user@example.com");
    await form.getByRole("combobox", { name: "Groups claim type" }).selectOption("Expression");
    await form.getByRole("textbox", { name: "Groups claim expression" }).fill("user.login");
    const outcome = findOutcome(form);
    await expect(outcome).toContainText("joe.user@example.com");
  });

  test("an emptied claim name takes the claim out of the token", async ({ page, sendRequest }) => {
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

  test("an answer without groups leads to where the claim is set up, and a change there to the next request", async ({
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
    await expect(answer).toContainText("The app may have no groups claim");

    await answer.getByRole("link", { name: "Set up the app’s Sign On tab" }).first().click();
    await name.fill("groups");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("link", { name: "Try it in the explorer" }).click();
    await sendRequest(idToken);
    await expectGroups(page, ["Everyone", "IT"]);
  });

  test("no filter and no expression keeps the org busy", async ({ page }) => {
    await openSetUp(page, `${explorerPlace}/sign-on`);
    const form = findForm(page, "OpenID Connect ID Token");
    const outcome = findOutcome(form);
    /** A pause in the typing, and hardly more. */
    const quickly = { timeout: 2000 };
    await form
      .getByRole("combobox", { name: "Try it for" })
      .selectOption("hostile.names@example.com");
    const filter = form.getByRole("textbox", { name: "Value" });
    await filter.fill("(L+)+!");
    await expect(outcome).toContainText("Lets no group through", quickly);
    await filter.fill(`${"(".repeat(5000)}a+${")+".repeat(2500)}`);
    await expect(outcome).toContainText("This regular expression is too long", quickly);
    await form.getByRole("button", { name: "Save" }).click();
    await expectComplaint(filter, /too long: at most 1024 characters/);

    await form.getByRole("combobox", { name: "Groups claim type" }).selectOption("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    for (const hostile of ["(".repeat(10_000), `"${"a".repeat(300)}" matches "(a+)+$b"`]) {
      await expression.fill(hostile);
      await expect(outcome).toContainText(/At character|false/, quickly);
    }
  });

  test("a redirect URI that is taken out gets no answer any more", async ({ page }) => {
    await openSetUp(page, `${explorerPlace}/general`);
    const form = findForm(page, "General Settings");
    const uris = form.getByRole("textbox", { name: "Sign-in redirect URIs" });
    await uris.fill("https://app.example.com/\njavascript:alert(1)");
    await form.getByRole("button", { name: "Save" }).click();
    await expectComplaint(uris, /Entry 2: Must be an absolute URI/);
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

  test("a person who is unassigned is refused, until a group of theirs is assigned", async ({
    page,
    sendRequest,
  }) => {
    await openSetUp(page, `${explorerPlace}/assignments`);
    await changeAfterAsking(page, `Unassign ${ingrid}`);
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
