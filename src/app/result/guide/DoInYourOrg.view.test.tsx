import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import { DoInYourOrg } from "./DoInYourOrg.tsx";

const ofApp: SetUpChange = {
  kind: "set_app_groups_claim",
  app: { id: "0oa1", name: "My app" },
  name: "groups",
  value: { kind: "filter", type: "REGEX", value: ".*" },
};
const ofServer: SetUpChange = {
  kind: "change_claim",
  server: { id: "default", name: "default" },
  claim: { id: "ocl1", name: "teams" },
  to: { isAlways: true },
};

describe(DoInYourOrg, () => {
  test("has steps, calls and Terraform for the change", async () => {
    await render(<DoInYourOrg changes={[ofServer]} />);
    await expect
      .element(page.getByRole("list"))
      .toHaveTextContent(/In the row of teams.*ID Token, Always/);
    await page.getByRole("radio", { name: "curl" }).click();
    await expect
      .element(page.getByText(/\/claims\/"\$CLAIM_ID"/))
      .toHaveTextContent(/alwaysIncludeInToken = true/);
    expect(document.querySelector("pre")?.innerText).toMatch(/^# The IDs of your own org:\n/);
    await page.getByRole("radio", { name: "Terraform" }).click();
    await expect
      .element(page.getByText(/okta_auth_server_claim/))
      .toHaveTextContent(/always_include_in_token = true/);
    await expect.element(page.getByRole("button", { name: "Copy" })).toBeVisible();
  });

  test("gives each Terraform resource a unique name", async () => {
    await render(<DoInYourOrg changes={[ofServer, ofServer]} />);
    await page.getByRole("radio", { name: "Terraform" }).click();
    const text = document.querySelector("pre")?.innerText ?? "";
    expect(text.match(/^resource .*$/gm)).toEqual([
      'resource "okta_auth_server_claim" "example" {',
      'resource "okta_auth_server_claim" "example_2" {',
    ]);
  });

  test("says that Okta has no public API for the app's groups claim", async () => {
    await render(<DoInYourOrg changes={[ofApp]} />);
    await page.getByRole("radio", { name: "curl" }).click();
    await expect.element(page.getByText(/no public API/)).toBeVisible();
    await page.getByRole("radio", { name: "Terraform" }).click();
    await expect
      .element(page.getByText(/With OAuth credentials the provider ignores groups_claim/))
      .toBeVisible();
  });
});
