import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { renderForm } from "../form/test-form.tsx";
import { GroupRules } from "../groups/group-rules.tsx";
import { trustedOrigins } from "../trusted-origins/trusted-origins.tsx";
import { ResourcePage } from "./ResourcePage.tsx";

const shop = {
  id: "tos1",
  name: "Shop",
  origin: "https://shop.example.com",
  scopes: [{ type: "CORS" }],
};
const origins = <ResourcePage resource={trustedOrigins} />;
const listed = { kind: "answered", body: [shop] } as const;

const openForm = (button: string) => page.getByRole("button", { name: button }).first().click();
const submit = (form: string, button: string) =>
  page.getByRole("form", { name: form }).getByRole("button", { name: button }).click();

describe(ResourcePage, () => {
  test("shows the objects, and deletes one after a confirmation", async () => {
    const saved = await renderForm(origins, listed);
    const row = page.getByRole("table", { name: "Trusted origins" }).getByRole("row").last();
    await expect.element(row).toHaveTextContent("Shophttps://shop.example.comCORS");
    await page.getByRole("button", { name: "Delete Shop" }).click();
    expect(saved).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Delete Shop" }).click();
    await expect
      .poll(() => saved)
      .toEqual([{ method: "DELETE", path: "/api/v1/trustedOrigins/tos1" }]);
  });

  test("shows hidden characters of a name as code points", async () => {
    const lookAlike = { ...shop, name: "\u202eSh\u200bop" };
    await renderForm(origins, { kind: "answered", body: [lookAlike] });
    const table = page.getByRole("table", { name: "Trusted origins" });
    await expect.element(table).toHaveTextContent("U+202EShU+200Bop");
  });

  test("adds an object, and shows the same call and Terraform resource for a real org", async () => {
    const saved = await renderForm(origins, listed);
    await openForm("Add Origin");
    await page.getByRole("textbox", { name: "Origin name" }).fill("App %{x}");
    await page.getByRole("textbox", { name: "Origin URL" }).fill("https://app.example.com");
    await page.getByText("In a real org").click();
    await expect
      .element(page.getByText("Security > API > Trusted Origins > Add Origin"))
      .toBeVisible();
    await expect
      .element(page.getByText(/^curl --globoff --request POST .*\/api\/v1\/trustedOrigins'/))
      .toBeVisible();
    await expect
      .element(page.getByText(/^resource "okta_trusted_origin" "example" {\s+name\s+= "App %%{x}"/))
      .toBeVisible();
    await submit("Add Origin", "Add Origin");
    const body = {
      name: "App %{x}",
      origin: "https://app.example.com",
      scopes: [{ type: "CORS" }],
    };
    await expect
      .poll(() => saved)
      .toEqual([{ method: "POST", path: "/api/v1/trustedOrigins", body }]);
  });
});

describe(GroupRules, () => {
  const rule = {
    id: "0pr1",
    name: "Departments",
    status: "INACTIVE",
    conditions: {
      people: { users: { exclude: ["00u1"] }, groups: { exclude: [] } },
      expression: { type: "urn:okta:expression:1.0", value: 'user.department == "IT"' },
    },
    actions: { assignUserToGroups: { groupIds: ["00g1"] } },
  };
  const group = { id: "00g1", created: "", type: "OKTA_GROUP", profile: { name: "Helpdesk" } };
  const user = { id: "00u1", status: "ACTIVE", profile: { login: "a@example.com" } };
  const answers = {
    "/api/v1/groups/rules": [rule, { ...rule, id: "0pr2", name: "Running", status: "ACTIVE" }],
    "/api/v1/groups": [group],
    "/api/v1/users": [user],
    "/api/v1/apps": [],
  };

  test("an inactive rule is edited without losing what the form doesn't show", async () => {
    const saved = await renderForm(<GroupRules />, undefined, undefined, answers);
    const row = page.getByRole("row").filter({ hasText: "Departments" });
    await expect.element(row).toHaveTextContent(/Helpdesk.*Inactive/);
    await page.getByRole("button", { name: "Edit Departments" }).click();
    await page.getByRole("textbox", { name: "IF" }).fill('user.department == "Sales"');
    await submit("Edit rule Departments", "Save");
    const { id, status, conditions, ...last } = rule;
    await expect
      .poll(() => saved)
      .toMatchObject([
        {
          method: "PUT",
          path: "/api/v1/groups/rules/0pr1",
          body: {
            ...last,
            conditions: { ...conditions, expression: { value: 'user.department == "Sales"' } },
          },
        },
      ]);
  });

  test("the focus returns to the button that opened the form, also after another form", async () => {
    const other = { ...rule, id: "0pr2", name: "Offices" };
    const rules = { ...answers, "/api/v1/groups/rules": [rule, other] };
    await renderForm(<GroupRules />, undefined, undefined, rules);
    await openForm("Edit Departments");
    await openForm("Edit Offices");
    const form = page.getByRole("form", { name: "Edit rule Offices" });
    await form.getByRole("button", { name: "Cancel" }).click();
    await expect.element(page.getByRole("button", { name: "Edit Offices" })).toHaveFocus();
  });

  test("an active rule has to be deactivated before it is edited", async () => {
    const saved = await renderForm(<GroupRules />, undefined, undefined, answers);
    await expect.element(page.getByRole("button", { name: "Edit Departments" })).toBeVisible();
    expect(page.getByRole("button", { name: "Edit Running" }).elements()).toHaveLength(0);
    await page.getByRole("button", { name: "Deactivate Running" }).click();
    const question = page.getByRole("dialog");
    await expect.element(question).toHaveTextContent(/People it added stay/);
    await question.getByRole("button", { name: "Deactivate Running" }).click();
    await expect
      .poll(() => saved)
      .toEqual([{ method: "POST", path: "/api/v1/groups/rules/0pr2/lifecycle/deactivate" }]);
  });

  test.each([
    [true, "Matches: the rule adds this person."],
    [false, "Doesn’t match."],
  ])("the preview of a condition that is %s says so", async (value, text) => {
    const preview = { kind: "value", language: "classic", value };
    await renderForm(<GroupRules />, undefined, preview, answers);
    await openForm("Add Rule");
    await page.getByRole("textbox", { name: "IF" }).fill("user.login != null");
    await expect.element(page.getByRole("status", { name: "Preview" })).toHaveTextContent(text);
  });
});
