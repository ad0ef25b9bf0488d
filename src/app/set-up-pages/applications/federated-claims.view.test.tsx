import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { userSchema } from "../../org-api/okta-objects.ts";
import { application } from "../../org-api/test-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { buildFederatedClaims } from "./federated-claims.tsx";

const ingrid = v.parse(userSchema, {
  id: "00u1",
  status: "ACTIVE",
  profile: { login: "it.user@example.com" },
});

const form = (
  <ResourceForm
    resource={buildFederatedClaims(application, [ingrid])}
    before={undefined}
    onOutdated={() => undefined}
    onDone={() => undefined}
  />
);

const name = page.getByRole("textbox", { name: "Name" });
const expression = page.getByRole("textbox", { name: "Expression" });
const submit = page.getByRole("button", { name: "Add claim" });

describe(buildFederatedClaims, () => {
  test.each(["groups", "email", "nonce"])(
    "does not send the reserved name %s",
    async (reserved) => {
      const saved = await renderForm(form);
      await name.fill(reserved);
      await expression.fill("user.profile.department");
      await submit.click();
      await expect
        .element(name)
        .toHaveAccessibleDescription(`'${reserved}' is reserved and cannot be used`);
      await expect.element(name).toHaveFocus();
      expect(saved).toEqual([]);

      await name.fill("team");
      await submit.click();
      await expect.poll(() => saved).toMatchObject([{ body: { name: "team" } }]);
    },
  );

  test("shows the org's error at the expression field", async () => {
    const message = "Use user.profile.login.";
    await renderForm(form, refuse("expression", message));
    await name.fill("team");
    await expression.fill("user.login");
    await submit.click();
    await expect.element(expression).toHaveAccessibleDescription(expect.stringContaining(message));
    await expect.element(expression).toHaveFocus();
  });

  test.each([
    ["identity-engine", "Okta Expression Language in Identity Engine"],
    ["classic", "Okta Expression Language"],
  ])(
    "links to the reference of the %s language if the expression is invalid",
    async (language, title) => {
      const mistake = { kind: "mistake", language, message: "No.", offset: 0, length: 4 };
      await renderForm(form, undefined, mistake);
      await expression.fill("user.login");
      const preview = page.getByRole("status", { name: "Preview" });
      await expect.element(preview).toHaveTextContent("At character 1: No.");
      await expect.element(preview.getByRole("link", { name: title })).toBeVisible();
    },
  );
});
