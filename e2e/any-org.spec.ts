import { expect, test } from "./fixtures.ts";
import { findRegion } from "./support/regions.ts";

test.describe("with any org", { tag: "@any-org" }, () => {
  test("a sign-in comes back as an ID token that passes every check", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });

    const idToken = findRegion(page, "ID token");
    await expect(idToken).toContainText("Fat ID token");
    await expect(idToken.getByRole("rowheader", { name: "sub", exact: true })).toBeVisible();

    const checks = findRegion(page, "Checks").getByRole("listitem");
    await expect(checks.filter({ hasText: /^Pass/ }).first()).toBeVisible();
    await expect(checks.filter({ hasText: /signature/i })).toHaveText(/^Pass/);
    await expect(checks.filter({ hasText: /^Fail/ })).toHaveCount(0);
  });

  test("the groups are where the page says, or it says why none came", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

    const answer = findRegion(page, "Where are the groups?");
    await expect(answer).toContainText(/\d groups? in the ID token|No groups came/);
    const groups = findRegion(page, "ID token").getByRole("list", { name: "Groups", exact: true });
    // Whether an app's groups claim lets any group through is up to its org.
    if ((await answer.textContent())?.includes("No groups came")) {
      await expect(groups.getByRole("listitem")).toHaveCount(0);
      await expect(answer.getByRole("listitem").getByRole("heading").first()).toBeVisible();
    } else await expect(groups.getByRole("listitem").first()).toBeVisible();
  });

  test("an ID token that came with an access token is thin", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "Both", scopes: ["openid", "profile"] });

    const idToken = findRegion(page, "ID token");
    await expect(idToken).toContainText("Thin ID token");
    await expect(findRegion(page, "Access token")).toBeVisible();
  });

  test("nothing of the answer stays in the address bar", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "ID token" });

    await expect(findRegion(page, "ID token")).toBeVisible();
    expect(new URL(page.url()).hash).toBe("");
  });
});
