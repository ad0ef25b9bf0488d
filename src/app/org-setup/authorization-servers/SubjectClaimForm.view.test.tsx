import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { claimSchema } from "../api/okta-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ClaimTable } from "./ClaimTable.tsx";
import { SubjectClaimForm } from "./SubjectClaimForm.tsx";

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

const value = page.getByRole("textbox", { name: "Value" });
const save = page.getByRole("button", { name: "Save" });

const form = (
  <SubjectClaimForm
    serverId="default"
    consolePath={[]}
    claim={subject}
    people={[]}
    applications={[]}
    onRenew={() => undefined}
    onDone={() => undefined}
    onCancel={() => undefined}
  />
);

describe(SubjectClaimForm, () => {
  test("changes the expression and nothing else", async () => {
    const saved = await renderForm(form, { kind: "answered", body: subject });
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
    await renderForm(form, refuse("value", "The field is too long"));
    await save.click();
    await expect.element(value).toHaveAccessibleDescription(/The field is too long/);
  });
});

describe(ClaimTable, () => {
  test.each([
    ["sub of access tokens", subject, true],
    ["other system claims of access tokens", { ...subject, valueType: "SYSTEM" }, false],
    [
      "system claims of ID tokens",
      { ...subject, claimType: "IDENTITY", valueType: "SYSTEM" },
      true,
    ],
  ] as const)("%s can be edited, and never deleted", async (_case, claim, isEditable) => {
    await renderForm(
      <ClaimTable
        serverId="default"
        claims={[claim]}
        consolePath={[]}
        onEdit={() => undefined}
        onDeleted={() => undefined}
      />,
    );
    await expect.element(page.getByRole("rowheader", { name: "sub" })).toBeVisible();
    expect(page.getByRole("button", { name: "Edit sub" }).elements()).toHaveLength(
      isEditable ? 1 : 0,
    );
    expect(page.getByRole("button", { name: "Delete sub" }).elements()).toHaveLength(0);
  });
});
