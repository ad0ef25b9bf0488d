import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { server } from "../../org-api/test-objects.ts";
import { refuse, renderForm } from "../form/test-form.tsx";
import { ResourceForm } from "../resource/ResourceForm.tsx";
import { servers } from "./servers.tsx";

test("an error about the only audience does not number it", async () => {
  await renderForm(
    <ResourceForm
      resource={servers}
      before={server}
      onOutdated={() => undefined}
      onDone={() => undefined}
    />,
    refuse("audiences.0", "The field cannot be left blank"),
  );
  await page.getByRole("button", { name: "Save" }).click();
  const audience = page.getByRole("textbox", { name: "Audience" });
  await expect.element(audience).toHaveAccessibleDescription(/The field cannot be left blank/);
  await expect.element(audience).not.toHaveAccessibleDescription(/Entry/);
});
