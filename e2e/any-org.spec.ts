import { expect, test } from "./fixtures.ts";
import { findClaim } from "./support/claims.ts";
import { findRegion, findVerdict } from "./support/regions.ts";
import { findChecks, openChecks } from "./support/result-details.ts";

test.describe("with any org", { tag: ["@any-org", "@node"] }, () => {
  test("an ID token alone is fat, passes every check and has a verdict, and one beside an access token is thin", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

    const idToken = findRegion(page, "ID token");
    await expect(idToken.getByRole("status")).toContainText("Fat ID token");
    await expect(findClaim(idToken, "sub")).toBeVisible();
    expect(new URL(page.url()).hash).toBe("");

    const groups = idToken.getByRole("list", { name: "Groups", exact: true });
    const verdict = findVerdict(page);
    // The org's set-up decides whether its app has a groups claim, and whether the claim matches any group.
    if (await groups.isVisible()) {
      const name = (await groups.getByRole("listitem").first().textContent()) ?? "";
      await expect(verdict).toContainText(name);
    } else {
      await expect(verdict.getByRole("heading").first()).toBeVisible();
      await expect(verdict.getByText(/How to fix it/).first()).toBeVisible();
    }

    await openChecks(page);
    await expect(findChecks(page, "Pass").filter({ hasText: /signature/i })).toBeVisible();
    await expect(findChecks(page, "Fail")).toHaveCount(0);

    await sendRequest({ tokenType: "Both", scopes: ["openid", "profile"] });
    await expect(idToken.getByRole("status")).toContainText("Thin ID token");
    await expect(findRegion(page, "Access token")).toBeVisible();
  });
});
