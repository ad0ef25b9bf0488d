import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { userSchema } from "../../org-api/okta-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ProfileForm } from "./ProfileForm.tsx";

const user = v.parse(userSchema, {
  id: "00u1",
  status: "ACTIVE",
  profile: {
    login: "ada@example.com",
    email: "ada@example.com",
    firstName: "Ada",
    lastName: "Byron",
    level: 3,
    teams: ["red", "blue"],
  },
});

const form = (
  <ProfileForm
    user={user}
    customAttributes={[
      { name: "level", title: "Level", type: "integer" },
      { name: "teams", title: "", type: "array", items: { type: "string" } },
    ]}
    onDone={() => undefined}
  />
);

const level = page.getByRole("textbox", { name: "Level" });
const teams = page.getByRole("textbox", { name: "teams" });
const save = page.getByRole("button", { name: "Save" });

describe(ProfileForm, () => {
  test("shows custom attributes, and sends the changed ones with their types", async () => {
    const saved = await renderForm(form);
    await expect.element(level).toHaveValue("3");
    await expect.element(teams).toHaveValue("red\nblue");
    await level.fill("4");
    await save.click();
    await expect
      .poll(() => saved)
      .toEqual([{ method: "POST", path: "/api/v1/users/00u1", body: { profile: { level: 4 } } }]);
  });

  test("shows the org's error at the attribute's field", async () => {
    const message = "Property name 'level' is not defined in profile";
    await renderForm(form, refuse("level", message));
    await level.fill("4.5");
    await save.click();
    await expect.element(level).toHaveAccessibleDescription(message);
    await expect.element(level).toHaveFocus();
  });
});
