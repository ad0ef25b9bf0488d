import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findVerdictHeading } from "./support/regions.ts";

test("without storage a response is still decoded, and the page says what is lost @worker", async ({
  page,
  openPage,
  sendRequest,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new DOMException("Denied", "SecurityError");
      },
    }),
  );
  await openPage();
  await expect(findRequestForm(page)).toContainText("This browser stores nothing for this page");
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });

  // The page no longer knows the request, because only the page before the redirect had it.
  await expect(findVerdictHeading(page)).toContainText("Don’t trust this response");
  await expect(page.getByRole("status").filter({ hasText: /not be stored/ })).toBeVisible();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  expect(new URL(page.url()).hash).toBe("");
});

test("with a full storage a response is still verified, and the page says what is lost @worker", async ({
  page,
  startRequest,
  signIn,
}) => {
  await startRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
  await page.addInitScript(() => {
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let index = 0; ; index++) sessionStorage.setItem(`${size} ${index}`, "x".repeat(size));
      } catch {
        // The storage has no room for another piece of this size.
      }
    }
  });
  await signIn();

  await expect(page.getByRole("status").filter({ hasText: /not be stored/ })).toBeVisible();
  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
});
