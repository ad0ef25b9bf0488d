import { afterEach, describe, expect, test, vi } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";
import {
  confirmChange,
  expectFieldError,
  expectRealOrg,
  findForm,
  findPreview,
  findRow,
  openForm,
  openSetUp,
  save,
} from "./test-set-up-page.tsx";

// The set-up pages of people and groups, with a whole demo org in this document.

const ingrid = "it.user@example.com";

afterEach(() => vi.unstubAllGlobals());

const type = (form: Locator, label: string, text: string) =>
  form.getByRole("textbox", { name: label }).fill(text);

/** Presses Tab until a control has the focus. */
async function tabTo(control: Locator): Promise<void> {
  await expect.element(control).toBeEnabled();
  for (let presses = 0; presses < 60 && document.activeElement !== control.query(); presses++)
    await userEvent.keyboard("{Tab}");
  await expect.element(control).toHaveFocus();
}

describe("a group", () => {
  test("is added, and is in its member's next token", async () => {
    const { issue } = await openSetUp("groups");
    const add = await openForm("Add group");
    await type(add, "Name", "IT Admins");
    await expectRealOrg(add, "Directory > Groups > Add group", [
      "--request POST",
      "/api/v1/groups'",
      '"name": "IT Admins"',
    ]);
    await add.getByRole("button", { name: "Add group" }).click();

    await page.getByRole("link", { name: "Assign people" }).click();
    await expect.element(page.getByRole("heading", { name: "IT Admins" })).toHaveFocus();
    const assign = findForm("Assign people");
    await assign.getByRole("combobox", { name: "Person" }).selectOptions(ingrid);
    await expectRealOrg(assign, "Directory > Groups > IT Admins > People > Assign people", [
      "--request PUT",
      "/users/00uixa271s6x7qt8I0h7'",
    ]);
    const button = assign.getByRole("button", { name: "Assign" });
    const before = button.element().getBoundingClientRect().x;
    await button.click();
    await expect.element(findRow("People", ingrid)).toBeVisible();
    await expect.element(assign.getByText(/^Saved\./)).toBeVisible();
    expect(button.element().getBoundingClientRect().x).toBe(before);
    expect((await issue(ingrid)).idToken?.groups).toEqual(["Everyone", "IT", "IT Admins"]);
  });

  test("can't have a name that exists: the error is at the field, and the input is kept", async () => {
    await openSetUp("groups");
    const add = await openForm("Add group");
    const name = add.getByRole("textbox", { name: "Name" });
    await name.fill("IT");
    await type(add, "Description", "Two of a name");
    await add.getByRole("button", { name: "Add group" }).click();
    await expectFieldError(name, /Already in use/);
    expect(add.getByText(/Already in use/).elements()).toHaveLength(1);
    await expect.element(add.getByRole("alert")).toHaveTextContent(/^Nothing was changed/);
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveValue("IT");

    await name.fill("IT too");
    await add.getByRole("button", { name: "Add group" }).click();
    await page.getByRole("searchbox", { name: "Search groups" }).fill("it too");
    await expect.element(findRow("Groups", "IT too")).toHaveTextContent("Two of a name");
    expect(add.elements()).toEqual([]);
  });

  test("says Saved only at the form that was saved last", async () => {
    await openSetUp("groups");
    await page.getByRole("link", { name: "IT" }).click();
    const settings = findForm("Group settings");
    const assign = findForm("Assign people");
    await save(settings);
    await assign.getByRole("button", { name: "Assign" }).click();
    await expect.element(assign).toHaveTextContent("Saved.");
    await expect.element(settings).not.toHaveTextContent("Saved.");
  });

  test("loses a person by keyboard, without losing the focus", async () => {
    const { issue } = await openSetUp("people");
    await tabTo(page.getByRole("link", { name: "Groups" }));
    await userEvent.keyboard("{Enter}");
    await tabTo(page.getByRole("link", { name: "IT" }));
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("heading", { name: "IT" })).toHaveFocus();

    const label = { name: `Remove ${ingrid}` };
    const remove = page.getByRole("table").getByRole("button", label).first();
    await tabTo(remove);
    await userEvent.keyboard("{Enter}");
    const question = page.getByRole("group", { name: /New tokens won’t list the group/ });
    await expect.element(question).toHaveFocus();
    await tabTo(question.getByRole("button", { name: "Cancel" }));
    await userEvent.keyboard("{Enter}");
    await expect.element(remove).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await tabTo(question.getByRole("button", label));
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => findRow("People", ingrid).elements()).toEqual([]);
    expect(document.activeElement).not.toBe(document.body);
    expect((await issue(ingrid)).idToken?.groups).toEqual(["Everyone"]);
  });

  test("gets everyone who matches a group rule", async () => {
    const { issue } = await openSetUp("group-rules");
    const add = await openForm("Add Rule");
    await type(add, "Name", "Ingrids");
    await type(add, "IF", 'user.firstName == "Ingrid"');
    await expect.element(findPreview(add)).toHaveTextContent("Matches");
    await add.getByRole("button", { name: "Save" }).click();
    await expect
      .element(add.getByRole("group", { name: "THEN assign to" }))
      .toHaveAccessibleDescription("Select at least one group.");
    await add.getByRole("checkbox", { name: "Midwest Sales" }).click();
    await expectRealOrg(add, "Directory > Groups > Rules > Add Rule", ["/api/v1/groups/rules'"]);
    await add.getByRole("button", { name: "Save" }).click();
    await expect.element(findRow("Group rules", "Ingrids")).toHaveTextContent("Inactive");
    await confirmChange("Activate Ingrids");
    expect((await issue(ingrid)).idToken?.groups).toEqual(["Everyone", "IT", "Midwest Sales"]);
  });
});

describe("a person", () => {
  test("without the app gets access_denied, and the System Log says why", async () => {
    const { issue, goTo } = await openSetUp("people");
    const ada = "ada.berg@example.com";
    const add = await openForm("Add person");
    const username = add.getByRole("textbox", { name: "Username" });
    await type(add, "First name", "Ada");
    await type(add, "Last name", "Berg");
    await username.fill("ada.berg");
    await add.getByRole("button", { name: "Add person" }).click();
    await expectFieldError(username, /Must be in the form of an email address/);
    await expect.element(add.getByRole("textbox", { name: "Last name" })).toHaveValue("Berg");
    await username.fill(ada);
    await expectRealOrg(add, "Directory > People > Add person", [
      "/api/v1/users",
      `"login": "${ada}"`,
    ]);
    await add.getByRole("button", { name: "Add person" }).click();
    await expect.element(findRow("People", ada)).toHaveTextContent("Active");

    expect((await issue(ada)).error).toBe("access_denied");
    await goTo("system-log");
    const events = page.getByRole("table", { name: "Events" }).getByRole("row");
    const refusal = events.filter({ hasText: "user_not_assigned" });
    await expect.element(refusal).toHaveTextContent("FAILURE");
    await refusal.getByText("app.oauth2.authorize").click();
    await expect.element(refusal).toHaveTextContent(`"alternateId": "${ada}"`);
    for (const event of ["user.session.start", "user.lifecycle.create"])
      await expect.element(events.filter({ hasText: event })).toHaveTextContent("SUCCESS");
  });

  test("has a changed name in the next token, and says how to change it in a real org", async () => {
    const { issue } = await openSetUp("people");
    await page.getByRole("link", { name: ingrid }).click();
    const profile = findForm("Profile");
    await type(profile, "First name", "Ida");
    await expectRealOrg(profile, `Directory > People > ${ingrid} > Profile > Edit`, [
      '"firstName": "Ida"',
    ]);
    await save(profile);
    expect((await issue(ingrid, { scope: "openid profile" })).idToken?.given_name).toBe("Ida");
  });
});
