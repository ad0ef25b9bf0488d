import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { userSchema } from "../../org-api/okta-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { SetPasswordForm } from "./SetPasswordForm.tsx";

const user = v.parse(userSchema, {
  id: "00u1",
  status: "PROVISIONED",
  profile: { login: "ada@example.com" },
});
const form = <SetPasswordForm user={user} onDone={() => undefined} />;

const password = page.getByRole("textbox", { name: "Password" });
const submit = page.getByRole("button", { name: "Set password and activate" });

describe(SetPasswordForm, () => {
  test("sends only the password", async () => {
    const saved = await renderForm(form);
    await password.fill("an-engine-of-brass");
    await submit.click();
    const body = { credentials: { password: { value: "an-engine-of-brass" } } };
    await expect.poll(() => saved).toEqual([{ method: "PUT", path: "/api/v1/users/00u1", body }]);
  });

  test("shows the org's error at the field", async () => {
    const message = "The field cannot be left blank";
    await renderForm(form, refuse("credentials.password.value", message));
    await submit.click();
    await expect.element(password).toHaveAccessibleDescription(expect.stringContaining(message));
    await expect.element(password).toHaveFocus();
  });
});
