import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Claim, claimSchema } from "../../org-api/okta-objects.ts";
import { noLists, server } from "../../org-api/test-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { ResourceTable } from "../resource/ResourceTable.tsx";
import { buildClaims } from "./claims.tsx";

const claims = buildClaims(server, noLists);

const subject = v.parse(claimSchema, {
  id: "oclsub",
  name: "sub",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "EXPRESSION",
  value: "(appuser != null) ? appuser.userName : app.clientId",
  conditions: { scopes: [] },
  system: true,
  alwaysIncludeInToken: true,
});

const showForm = (before: Claim | undefined) => (
  <ResourceForm
    resource={claims}
    before={before}
    onOutdated={() => undefined}
    onDone={() => undefined}
  />
);

const value = page.getByRole("textbox", { name: "Value" });
const create = page.getByRole("button", { name: "Create" });
const save = page.getByRole("button", { name: "Save" });

describe("the form of a new claim", () => {
  test.each(["", "  "])("does not send the blank groups filter %j", async (blank) => {
    const saved = await renderForm(showForm(undefined));
    await page.getByRole("textbox", { name: "Name" }).fill("teams");
    await page.getByRole("combobox", { name: "Value type" }).selectOptions("Groups");
    await value.fill(blank);
    await create.click();
    await expect.element(value).toHaveAccessibleDescription(/Enter a value\./);
    await expect.element(value).toHaveFocus();
    expect(saved).toEqual([]);

    await value.fill(".*");
    await create.click();
    await expect.poll(() => saved).toMatchObject([{ body: { valueType: "GROUPS", value: ".*" } }]);
  });

  test("sends an empty expression, which the org validates", async () => {
    const saved = await renderForm(showForm(undefined));
    await create.click();
    await expect
      .poll(() => saved)
      .toMatchObject([
        {
          method: "POST",
          path: "/api/v1/authorizationServers/default/claims",
          body: { valueType: "EXPRESSION", value: "" },
        },
      ]);
  });
});

const filter = v.parse(claimSchema, {
  id: "ocl1",
  name: "groups",
  status: "ACTIVE",
  claimType: "IDENTITY",
  valueType: "GROUPS",
  value: "IT|Sales",
  group_filter_type: "REGEX",
  conditions: { scopes: ["groups"] },
  system: false,
  alwaysIncludeInToken: false,
  // The page doesn't show this member.
  note: "ours",
});

const expression: Claim = {
  ...filter,
  status: "INACTIVE",
  valueType: "EXPRESSION",
  value: "user.department",
  group_filter_type: null,
  conditions: { scopes: [] },
};

const renderClaim = (claim: Claim) =>
  renderForm(showForm(claim), { kind: "answered", body: claim });
const select = (name: string, option: string) =>
  page.getByRole("combobox", { name, exact: true }).selectOptions(option);

describe("the form of a claim", () => {
  test.each([
    ["filter", filter],
    ["expression", expression],
  ])("sends an unedited %s back unchanged", async (_case, claim) => {
    const saved = await renderClaim(claim);
    await save.click();
    const { id, system, group_filter_type, ...writable } = claim;
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { ...writable, ...(group_filter_type && { group_filter_type }) } }]);
    expect(Object.keys(saved[0]?.body ?? {}).includes("group_filter_type")).toBe(claim === filter);
  });

  test("sends no filter type with an expression, and keeps the input of the other value type", async () => {
    const saved = await renderClaim(filter);
    await select("Value type", "Expression");
    await value.fill("user.id");
    await save.click();
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { valueType: "EXPRESSION", value: "user.id" } }]);
    expect(JSON.stringify(saved[0]?.body)).not.toContain("group_filter_type");
    await select("Value type", "Groups");
    await save.click();
    await expect
      .poll(() => saved[1])
      .toMatchObject({
        body: { valueType: "GROUPS", value: "IT|Sales", group_filter_type: "REGEX" },
      });
    await select("Value type", "Expression");
    await expect.element(value).toHaveValue("user.id");
  });

  test("sends no scopes for a claim in any scope, and keeps those that were selected", async () => {
    const saved = await renderClaim(filter);
    await select("Include in", "Any scope");
    await save.click();
    await expect.poll(() => saved).toMatchObject([{ body: { conditions: { scopes: [] } } }]);
    await select("Include in", "The following scopes");
    await expect
      .element(page.getByRole("group", { name: "Scopes" }).getByRole("checkbox"))
      .toBeChecked();
  });

  test("keeps its scopes shown when the last one is unchecked", async () => {
    const saved = await renderClaim(filter);
    const scope = page.getByRole("group", { name: "Scopes" }).getByRole("checkbox");
    await scope.click();
    await expect
      .element(page.getByRole("combobox", { name: "Include in", exact: true }))
      .toHaveDisplayValue("The following scopes");
    await scope.click();
    await save.click();
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { conditions: { scopes: ["groups"] } } }]);
  });

  test("always includes access token claims", async () => {
    const saved = await renderClaim(filter);
    await select("Include in token type", "Access Token");
    await save.click();
    await expect.poll(() => saved).toMatchObject([{ body: { alwaysIncludeInToken: true } }]);
    await select("Include in token type", "ID Token");
    await save.click();
    await expect.poll(() => saved[1]).toMatchObject({ body: { alwaysIncludeInToken: false } });
  });

  test("changes only the Always flag of system claims of ID tokens", async () => {
    const claim: Claim = { ...expression, valueType: "SYSTEM", value: null, system: true };
    const saved = await renderClaim(claim);
    await select("Include in ID Token", "Always");
    await save.click();
    const { id, system, value: none, group_filter_type, ...writable } = claim;
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { ...writable, alwaysIncludeInToken: true } }]);
    expect(JSON.stringify(saved[0]?.body)).not.toContain('"value"');
  });
});

describe("the form of an access token's sub claim", () => {
  test("changes the expression and nothing else", async () => {
    const saved = await renderForm(showForm(subject), { kind: "answered", body: subject });
    await expect.element(value).toHaveValue(subject.value ?? "");
    await value.fill("user.email");
    await save.click();
    const { id, system, group_filter_type, ...writable } = subject;
    await expect
      .poll(() => saved)
      .toEqual([
        {
          method: "PUT",
          path: "/api/v1/authorizationServers/default/claims/oclsub",
          body: { ...writable, value: "user.email" },
        },
      ]);
  });

  test("shows the org's error at the expression", async () => {
    await renderForm(showForm(subject), refuse("value", "The field is too long"));
    await save.click();
    await expect.element(value).toHaveAccessibleDescription(/The field is too long/);
    const alert = page.getByRole("alert");
    await expect.element(alert).toHaveTextContent("Nothing was changed. Fix the marked fields");
    await expect.element(alert).not.toHaveTextContent("The field is too long");
  });
});

describe("the list of claims", () => {
  test.each([
    ["sub of access tokens", subject, true],
    ["other system claims of access tokens", { ...subject, valueType: "SYSTEM" }, false],
    [
      "system claims of ID tokens",
      { ...subject, claimType: "IDENTITY", valueType: "SYSTEM" },
      true,
    ],
  ] as const)(
    "%s are folded, can be edited, and never deleted",
    async (_case, claim, isEditable) => {
      const own: Claim = { ...subject, id: "ocl1", name: "teams", system: false };
      await renderForm(
        <ResourceTable
          resource={claims}
          items={[claim, own]}
          onEdit={() => undefined}
          onChange={() => undefined}
        />,
      );
      await expect.element(page.getByRole("button", { name: "Delete teams" })).toBeVisible();
      expect(page.getByRole("rowheader", { name: "sub" }).elements()).toHaveLength(0);
      await page.getByText("System claims (1)").click();
      await expect.element(page.getByRole("rowheader", { name: "sub" })).toBeVisible();
      expect(page.getByRole("button", { name: "Edit sub" }).elements()).toHaveLength(
        isEditable ? 1 : 0,
      );
      expect(page.getByRole("button", { name: "Delete sub" }).elements()).toHaveLength(0);
    },
  );
});
