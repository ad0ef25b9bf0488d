import { expect, test } from "./fixtures.ts";
import { findRegion } from "./support/regions.ts";

test("without storage the page says what that costs, and an answer is read all the same", async ({
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
  await expect(page.getByText("This browser lets the page keep nothing")).toBeVisible();
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });

  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nobody here asked for this answer");
  await expect(alert).toContainText("storage is switched off");
  expect(new URL(page.url()).hash).toBe("");
  await expect(page.getByText("does not let the page store anything")).toBeVisible();
  await expect(findRegion(page, "ID token").getByRole("list", { name: "Groups" })).toContainText(
    "IT",
  );
});

test("where the storage is full an answer is read all the same, and the page says what that costs", async ({
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
        // Full, for pieces of this size.
      }
    }
  });
  await signIn();

  await expect(page.getByText("storage is full")).toBeVisible();
  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();
  await expect(idToken.getByRole("list", { name: "Groups" })).toContainText("IT");
});
