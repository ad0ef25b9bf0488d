import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
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
  save,
} from "./test-set-up-page.tsx";

// The set-up pages of an app, with a whole demo org in this document. A form's preview must match the tokens that the org
// issues.

const ingrid = "it.user@example.com";
const joe = "joe.user@example.com";
const itId = "00goeudyucv6CcaeV0h7";

afterEach(() => vi.unstubAllGlobals());

async function openSignOn() {
  const setUp = await openSetUp(`${explorerPlace}/sign-on`);
  const form = findForm("OpenID Connect ID Token");
  const person = form.getByRole("combobox", { name: "Preview for user" });
  const value = form.getByRole("textbox", { name: "Value" });
  return { ...setUp, form, person, value, preview: findPreview(form) };
}

describe("the Sign On tab", () => {
  test("previews the groups that the next token has, and shows how to set the filter in a real org", async () => {
    const { form, person, value, preview, issue } = await openSignOn();
    await form.getByRole("combobox", { name: "Filter" }).selectOptions("Starts with");
    await value.fill("every");
    await expect.element(preview.getByRole("listitem")).toHaveTextContent("Everyone");
    await person.selectOptions("many.groups@example.com");
    await value.fill("project 12");
    await expect.element(preview.getByRole("listitem")).toHaveTextContent("Project 120");
    await value.fill("");
    await expect.element(preview).toHaveTextContent("More than 100 groups match");
    await value.fill("it");
    await expect.element(preview).toHaveTextContent("No group matches");
    await expectRealOrg(
      form,
      "Applications and Resources > Applications > Okta Groups Explorer > Sign On > OpenID Connect ID Token > Edit",
      ['"groupFilterType": "STARTS_WITH"', '"value": "it"'],
    );
    await expect.element(form.getByText(/Refresh Application Data/)).toBeVisible();
    await save(form);
    expect((await issue(ingrid)).idToken?.groups).toEqual(["IT"]);
  });

  test("previews an expression with the app's profile as its value in the next token", async () => {
    const { form, person, preview, goTo, issue } = await openSignOn();
    await goTo(`${explorerPlace}/general`);
    const profileForm = findForm("Profile");
    const profile = profileForm.getByRole("textbox", { name: "Profile (JSON)" });
    await profile.fill('{"groupallowlist": [');
    await expectFieldError(profile, /Not valid JSON/);
    await profile.fill(`{"groupallowlist": ["${itId}"]}`);
    await save(profileForm, "Save profile");

    await page.getByRole("link", { name: "Sign On" }).click();
    await form.getByRole("combobox", { name: "Group claim type" }).selectOptions("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name" 40)');
    await expect.element(preview).toHaveTextContent("At character 60:");
    expect(document.querySelector("mark")?.textContent).toBe("40");
    await expect.element(expression).toHaveAccessibleDescription(/At character 60/);
    await expression.fill('getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');
    await person.selectOptions(joe);
    await expect.element(preview).toHaveTextContent("the claim is left out");
    await person.selectOptions(ingrid);
    await expect.element(preview.getByRole("listitem")).toHaveTextContent("IT");

    const name = form.getByRole("textbox", { name: "Claim name" });
    await name.fill("sub");
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(name, /reserved/);
    await expect
      .element(expression)
      .toHaveValue('getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');
    await name.fill("groups");
    await save(form);
    expect((await issue(ingrid)).idToken?.groups).toEqual(["IT"]);
  });

  test("checks the newer claims in Identity Engine's language", async () => {
    const { issue } = await openSignOn();
    const form = await openForm("Add expression");
    const expression = form.getByRole("textbox", { name: "Expression" });
    await form.getByRole("textbox", { name: "Name" }).fill("first_name");
    await expression.fill("user.firstName");
    await expect.element(findPreview(form)).toHaveTextContent("Write user.profile.firstName.");
    await expression.fill("user.profile.firstName");
    await expect.element(findPreview(form)).toHaveTextContent('"Ingrid"');
    await form.getByRole("button", { name: "Add claim" }).click();
    await expect.element(findRow("Claims", "first_name")).toBeVisible();
    expect((await issue(ingrid)).idToken?.first_name).toBe("Ingrid");
  });

  test("keeps the preview's user when the filter becomes an expression", async () => {
    const { form, person, preview } = await openSignOn();
    await person.selectOptions(joe);
    await form.getByRole("combobox", { name: "Group claim type" }).selectOptions("Expression");
    await form.getByRole("textbox", { name: "Groups claim expression" }).fill("user.login");
    await expect.element(preview).toHaveTextContent(joe);
  });

  test("refuses filters and expressions that take too long, and still previews others", async () => {
    const { form, person, value, preview } = await openSignOn();
    await person.selectOptions("hostile.names@example.com");
    await value.fill("(L+)+!");
    await expect.element(preview).toHaveTextContent("No group matches");
    await value.fill(`${"(".repeat(5000)}a+${")+".repeat(2500)}`);
    await expect.element(preview).toHaveTextContent("This regular expression is too long");
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(value, /too long: at most 1024 characters/);

    await form.getByRole("combobox", { name: "Group claim type" }).selectOptions("Expression");
    const expression = form.getByRole("textbox", { name: "Groups claim expression" });
    for (const [hostile, said] of [
      ["(".repeat(10_000), /At character/],
      [`"${"a".repeat(300)}" matches "(a+)+$b"`, /false/],
    ] as const) {
      await expression.fill(hostile);
      await expect.element(preview).toHaveTextContent(said);
    }
  });
});

describe("the General tab", () => {
  test("removes a redirect URI, and the org then refuses requests with it", async () => {
    const { issue, openBrowser } = await openSetUp(`${explorerPlace}/general`);
    expect((await issue(ingrid)).idToken?.sub).toBeDefined();
    const form = findForm("General Settings");
    const uris = form.getByRole("textbox", { name: "Sign-in redirect URIs" });
    const lines = "https://app.example.com/\njavascript:alert(1)";
    await uris.fill(lines);
    await form.getByRole("button", { name: "Save" }).click();
    await expectFieldError(uris, /Entry 2: Must be an absolute URI/);
    await expect.element(uris).toHaveValue(lines);

    await uris.fill("https://app.example.com/");
    await expectRealOrg(
      form,
      "Applications and Resources > Applications > Okta Groups Explorer > General > Edit",
      ["--request PUT", '"redirect_uris": [ "https://app.example.com/" ]'],
    );
    await save(form);
    const refusal = await openBrowser().authorize();
    expect(refusal.status).toBe(400);
    expect(await refusal.text()).toContain("must be a Login redirect URI");
  });

  test("deactivates the app, and the org then says that it is", async () => {
    const { openBrowser } = await openSetUp(`${explorerPlace}/general`);
    await confirmChange("Deactivate Okta Groups Explorer");
    const refusal = await openBrowser().authorize();
    expect(refusal.status).toBe(400);
    expect(await refusal.text()).toContain("it is deactivated");
  });
});

describe("the Assignments tab", () => {
  test("unassigns a person, who gets access_denied until one of their groups is assigned", async () => {
    const { issue } = await openSetUp(`${explorerPlace}/assignments`);
    await confirmChange(`Unassign ${ingrid}`);
    await expect.poll(() => findRow("People", ingrid).elements()).toEqual([]);
    expect((await issue(ingrid)).error).toBe("access_denied");

    const assign = findForm("Assign to Groups");
    await assign.getByRole("combobox", { name: "Group" }).selectOptions("IT");
    await expectRealOrg(
      assign,
      "Applications and Resources > Applications > Okta Groups Explorer > Assignments > Assign > Assign to Groups",
      ["--request PUT", `/groups/${itId}`],
    );
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect.element(findRow("Groups", "IT")).toBeVisible();
    await expect.element(assign.getByRole("button", { name: "Assign" })).toHaveFocus();
    expect((await issue(ingrid)).idToken?.groups).toEqual(["Everyone", "IT"]);
  });

  test("says that Federation Broker Mode lets everyone in, if it is on", async () => {
    await openSetUp(`${explorerPlace}/general`);
    const form = findForm("General Settings");
    await form.getByRole("checkbox", { name: "Federation Broker Mode" }).click();
    await save(form);
    await page.getByRole("link", { name: "Assignments" }).click();
    await expect.element(page.getByText(/everyone can use the app, assigned or not/)).toBeVisible();
    expect(page.getByText(/Everyone else gets/).elements()).toEqual([]);
  });
});

test("the list of apps has the last step of Okta's guide, and says that the step changes nothing", async () => {
  await openSetUp("applications");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Refresh Application Data" }).click();
  await expect.element(page.getByText(/the demo org doesn’t need it/)).toBeVisible();
});
