import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit, findViolations } from "./support/appearance.ts";
import { findRegion } from "./support/regions.ts";

/** Unfolds the diagram. */
async function openDiagram(page: Page): Promise<Locator> {
  const region = findRegion(page, "Sequence diagram");
  await region.getByRole("heading", { name: "Sequence diagram" }).click();
  await expect(region.getByRole("link").first()).toBeVisible();
  return region;
}

test("the diagram of both tokens leads to the request, the response, each token and the checks @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both", scopes: ["openid", "profile", "groups"] });
  const diagram = await openDiagram(page);
  await expect(diagram.getByRole("link", { name: /: Metadata and public keys/ })).toBeVisible();

  await diagram.getByRole("link", { name: /^1\. .*response_type=id_token token/ }).click();
  const request = findRegion(page, "Request sent");
  await expect(request.getByText("/oauth2/v1/authorize")).toBeVisible();
  await expect(request.getByText("nonce", { exact: true })).toBeVisible();

  await diagram.getByRole("link", { name: /^2\. .*access_token/ }).press("Enter");
  await expect(findRegion(page, "Response").getByText("expires_in")).toBeVisible();

  await diagram.getByRole("link", { name: /^ID token, thin: \d+ claims/ }).click();
  await expect(page.getByRole("heading", { name: "ID token", exact: true })).toBeFocused();

  await diagram.getByRole("link", { name: /checks pass/ }).click();
  await expect(findRegion(page, "Checks").getByRole("listitem").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("the diagram of a hybrid flow shows the exchange and UserInfo, and axe finds nothing in it", async ({
  page,
  org,
  chooseOrg,
  sendRequest,
}) => {
  await page.goto("./?token=code%20id_token");
  await chooseOrg();
  await sendRequest({ scopes: ["openid", "profile", "groups"] });
  const diagram = await openDiagram(page);
  await expect(diagram.getByText("Not called yet.").first()).toBeVisible();
  await findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" }).click();
  await expect(diagram.getByRole("link", { name: /UserInfo to Browser: 200/ })).toBeVisible();
  await expect(diagram.getByRole("link", { name: /^Claims: .*1 groups claim/ })).toBeVisible();

  await diagram.getByRole("link", { name: /^3\. Browser to Token endpoint: POST/ }).click();
  const tokenRequest = findRegion(page, "Token request");
  await expect(tokenRequest.getByText("code_verifier", { exact: true })).toBeVisible();

  const tokens = diagram.getByRole("link", { name: /^ID token, fat/ });
  await expect(tokens).toHaveCount(2);
  await tokens.first().click();
  await expect(page.getByRole("radio", { name: "Redirect", exact: true })).toBeChecked();

  await diagram.getByText("As text").click();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectToFit(page);
    // The page is the same on both hosts.
    if (!org) expect(await findViolations(page), `at ${width} px`).toEqual([]);
  }
});

test("the diagram of a refusal ends with the error, and one that nobody requested has no request @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ person: "outside.user@example.com" });
  let diagram = await openDiagram(page);
  await expect(diagram.getByRole("link", { name: /Browser: Error: access_denied/ })).toBeVisible();
  await expect(diagram.getByRole("link", { name: /metadata/i })).toHaveCount(0);

  await page.goto("./#access_token=t&state=unknown");
  diagram = await openDiagram(page);
  await expect(diagram.getByRole("link", { name: /^1\. Unknown sender to Browser/ })).toBeVisible();
  await expect(diagram.getByRole("link", { name: /^\d\. Browser to/ })).toHaveCount(0);
});
