import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { renderForm } from "../form/test-form.tsx";
import { ClaimForm } from "./ClaimForm.tsx";

const form = (
  <ClaimForm
    serverId="default"
    consolePath={[]}
    claim={undefined}
    scopes={[]}
    people={[]}
    applications={[]}
    onRenew={() => undefined}
    onDone={() => undefined}
    onCancel={() => undefined}
  />
);

const value = page.getByRole("textbox", { name: "Value" });
const create = page.getByRole("button", { name: "Create" });

describe(ClaimForm, () => {
  test.each(["", "  "])("does not send the blank groups filter %j", async (blank) => {
    const saved = await renderForm(form);
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
    const saved = await renderForm(form);
    await create.click();
    await expect
      .poll(() => saved)
      .toMatchObject([{ body: { valueType: "EXPRESSION", value: "" } }]);
  });
});
