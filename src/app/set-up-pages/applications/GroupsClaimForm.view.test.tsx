import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { application } from "../../org-api/test-objects.ts";
import { renderForm } from "../form/test-form.tsx";
import { GroupsClaimForm } from "./GroupsClaimForm.tsx";

const form = (
  <GroupsClaimForm
    application={application}
    recorded={{ valueType: null, name: null, groupFilterType: null, value: null }}
    people={[]}
    onDone={() => undefined}
  />
);

const name = page.getByRole("textbox", { name: "Claim name" });
const value = page.getByRole("textbox", { name: "Value" });
const save = page.getByRole("button", { name: "Save" });

describe(GroupsClaimForm, () => {
  test("does not send a blank filter with a name", async () => {
    const saved = await renderForm(form, { kind: "answered", body: {} });
    await name.fill("groups");
    await save.click();
    await expect.element(value).toHaveAccessibleDescription(/Enter a value\./);
    expect(saved).toEqual([]);
  });

  test("sends no claim without a name", async () => {
    const saved = await renderForm(form, { kind: "answered", body: {} });
    await save.click();
    await expect.poll(() => saved).toMatchObject([{ body: { name: "", value: "" } }]);
  });
});
