import { expect, test } from "./fixtures.ts";

test.describe("with any org", { tag: "@any-org" }, () => {
  test("a sign-in comes back as an ID token that passes every check", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });

    const idToken = page.getByRole("region", { name: "ID token", exact: true });
    await expect(idToken).toContainText("Fat ID token");
    await expect(idToken.getByRole("rowheader", { name: "sub", exact: true })).toBeVisible();

    const checks = page.getByRole("region", { name: "Checks", exact: true }).getByRole("listitem");
    await expect(checks.filter({ hasText: /^Pass/ }).first()).toBeVisible();
    await expect(checks.filter({ hasText: /signature/i })).toHaveText(/^Pass/);
    await expect(checks.filter({ hasText: /^Fail/ })).toHaveCount(0);
  });

  test("an ID token that came with an access token is thin", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "ID token and access token", scopes: ["openid", "profile"] });

    const idToken = page.getByRole("region", { name: "ID token", exact: true });
    await expect(idToken).toContainText("Thin ID token");
    await expect(page.getByRole("region", { name: "Access token", exact: true })).toBeVisible();
  });

  test("nothing of the answer stays in the address bar", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "ID token" });

    await expect(page.getByRole("region", { name: "ID token", exact: true })).toBeVisible();
    expect(new URL(page.url()).hash).toBe("");
  });
});
