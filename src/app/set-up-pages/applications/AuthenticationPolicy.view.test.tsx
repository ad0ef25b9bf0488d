import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { ApiCall } from "../../org-api/api-call.ts";
import { createOwnChanges, OrgApiProvider } from "../../org-api/org-api-context.ts";
import { application } from "../../org-api/test-objects.ts";
import { AuthenticationPolicy } from "./AuthenticationPolicy.tsx";

test("shows the app's policy, and saves the one that is chosen", async () => {
  const calls: ApiCall[] = [];
  const api = async (call: ApiCall) => {
    calls.push(call);
    return { kind: "answered", body: { authenticationPolicy: "any_two_factors" } } as const;
  };
  await render(
    <OrgApiProvider value={{ api, ownChanges: createOwnChanges() }}>
      <AuthenticationPolicy application={application} />
    </OrgApiProvider>,
  );
  const policy = page.getByRole("combobox", { name: "Authentication policy" });
  await expect.element(policy).toHaveDisplayValue("Any two factors");
  await policy.selectOptions("Password only");
  await page.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => calls.filter(({ method }) => method === "PUT"))
    .toEqual([
      {
        method: "PUT",
        path: "/demo/v1/apps/0oa1/authentication-policy",
        body: { authenticationPolicy: "password_only" },
      },
    ]);
});
