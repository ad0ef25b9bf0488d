import { expect, test } from "./fixtures.ts";
import { expectToFit, findViolations } from "./support/appearance.ts";
import { findRegion } from "./support/regions.ts";

test("the diagram of a hybrid flow leads to each message, token and check, and axe finds nothing in it @worker", async ({
  page,
  sendRequest,
}) => {
  await page.goto("./?token=code%20id_token");
  await sendRequest({ scopes: ["openid", "profile", "groups"] });
  const diagram = findRegion(page, "Sequence diagram");
  await diagram.getByRole("heading", { name: "Sequence diagram" }).click();
  await expect(diagram.getByText("Not called yet.").first()).toBeVisible();
  await findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" }).click();
  await expect(diagram.getByRole("link", { name: /UserInfo to Browser: 200/ })).toBeVisible();
  await expect(diagram.getByRole("link", { name: /^Claims: .*1 groups claim/ })).toBeVisible();
  await expect(diagram.getByRole("link", { name: /: Metadata and public keys/ })).toBeVisible();

  await diagram.getByRole("link", { name: /^1\. .*response_type=code id_token/ }).click();
  const request = findRegion(page, "Request sent");
  await expect(request.getByText("/oauth2/v1/authorize")).toBeVisible();
  await expect(request.getByText("nonce", { exact: true })).toBeVisible();
  await diagram.getByRole("link", { name: /^2\. .*id_token/ }).press("Enter");
  await expect(
    findRegion(page, "Response").getByText("id_token", { exact: true }).first(),
  ).toBeVisible();
  await diagram.getByRole("link", { name: /^3\. Browser to Token endpoint: POST/ }).click();
  const tokenRequest = findRegion(page, "Token request");
  await expect(tokenRequest.getByText("code_verifier", { exact: true })).toBeVisible();
  await diagram.getByRole("link", { name: /checks pass/ }).click();
  await expect(findRegion(page, "Checks").getByRole("listitem").first()).toBeVisible();

  const tokens = diagram.getByRole("link", { name: /^ID token, fat/ });
  await expect(tokens).toHaveCount(2);
  await tokens.first().click();
  await expect(page.getByRole("heading", { name: "ID token", exact: true })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Redirect", exact: true })).toBeChecked();
  expect(new URL(page.url()).hash).toBe("");

  await diagram.getByText("As text").click();
  await expectToFit(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expectToFit(page);
  expect(await findViolations(page)).toEqual([]);
});
