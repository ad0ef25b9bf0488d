import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRequestForm, findSend } from "./support/regions.ts";
import { readRequest } from "./support/request-url.ts";
import { nodeOrg } from "./support/targets.ts";

const linkedOrg = "https://login.evil.example";
const link = `./?org=login.evil.example&client_id=${nodeOrg.clientId}`;

/** Responds for an org that a link names, and lists the paths that the browser requests from that org. */
async function watchLinkedOrg(page: Page): Promise<readonly string[]> {
  const paths: string[] = [];
  await page.route(`${linkedOrg}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    paths.push(pathname);
    if (pathname.endsWith("/authorize"))
      return route.fulfill({ contentType: "text/html", body: "<h1>The linked org</h1>" });
    return route.fulfill({
      json: {
        issuer: linkedOrg,
        authorization_endpoint: `${linkedOrg}/oauth2/v1/authorize`,
        jwks_uri: `${linkedOrg}/oauth2/v1/keys`,
      },
      headers: { "access-control-allow-origin": "*" },
    });
  });
  return paths;
}

test.describe("an org in a link", { tag: "@worker" }, () => {
  test("is named beside Send request, and neither contacted nor remembered before the button is pressed", async ({
    page,
  }) => {
    const paths = await watchLinkedOrg(page);
    await page.clock.install();
    await page.goto(link);
    const form = findRequestForm(page);
    await expect(form).toContainText("This link chose login.evil.example");
    await expect(form).toContainText("not an Okta domain");
    await expect(page.getByRole("button", { name: "Okta org: login.evil.example" })).toBeVisible();
    await page.getByRole("checkbox", { name: "phone", exact: true }).check();
    // Run every timer of the page that could start a request.
    await page.clock.runFor(10_000);
    await expect
      .poll(() => readRequest(page))
      .toMatchObject({
        endpoint: `${linkedOrg}/oauth2/v1/authorize`,
      });
    expect(paths).toEqual([]);

    await page.clock.resume();
    await findSend(page).click();
    await expect(page.getByRole("heading", { name: "The linked org" })).toBeVisible();
    expect(paths).toEqual(["/oauth2/v1/authorize"]);

    await page.goto(link);
    await expect.poll(() => paths).toContain("/.well-known/openid-configuration");
    await expect(form).not.toContainText("This link chose");
  });
});
