import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { type Claim, claimSchema } from "../api/okta-objects.ts";
import { server } from "../api/test-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { ResourceTable } from "../resource/ResourceTable.tsx";
import { buildClaims } from "./claims.tsx";

const claims = buildClaims(server, { scopes: [], people: [], applications: [] });

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

describe("the form of sub of access tokens", () => {
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

  test("shows an error at the expression", async () => {
    await renderForm(showForm(subject), refuse("value", "The field is too long"));
    await save.click();
    await expect.element(value).toHaveAccessibleDescription(/The field is too long/);
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
