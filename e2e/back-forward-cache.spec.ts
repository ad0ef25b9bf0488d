import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRegion, findSend } from "./support/regions.ts";

// Playwright switches it off, and people have it.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    },
    { scope: "worker" },
  ],
});

/** Goes back to a page that the browser has kept as it was, which Playwright's own `goBack` would wait for to load. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}

test("a request that was thought better of can be sent, with another state", async ({
  page,
  startRequest,
  signIn,
}) => {
  const first = await startRequest();
  await goBack(page);
  await expect(findSend(page)).toBeEnabled();
  await findSend(page).click();
  await signIn();
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
  const state = first.searchParams.get("state") ?? "";
  await expect(findRegion(page, "Response")).not.toContainText(state);
});

test("what was forgotten does not come back", async ({ page, sendRequest }) => {
  await sendRequest();
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await page.goto("./?scope=openid");
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(findRegion(page, "Response")).toHaveCount(0);

  await goBack(page);
  await page.waitForFunction(() => "isTheSame" in window);
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findRegion(page, "Response")).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Runs of this tab" })).toHaveCount(0);
});
