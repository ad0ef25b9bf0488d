import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRegion, findRuns, findSend, findVerdict } from "./support/regions.ts";
import { clearResults, openResponse } from "./support/result-details.ts";

// Turn on the back/forward cache, which Playwright disables by default, as users' browsers have it.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    },
    { scope: "worker" },
  ],
});

/** Goes back to a page in the back/forward cache. Playwright's `goBack` would wait for a load event. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}

test("a request can be sent again after Back, with another state @worker", async ({
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
  const response = await openResponse(page);
  await expect(response.getByRole("term").filter({ hasText: "state" })).toBeVisible();
  await expect(response).not.toContainText(state);
});

test("cleared results do not return with Back @worker", async ({ page, sendRequest }) => {
  await sendRequest();
  await page.evaluate(() => Object.assign(window, { isTheSame: true }));
  await page.goto("./?scope=openid");
  await expect(findRuns(page).first()).toBeVisible();
  await clearResults(page);
  await expect(findVerdict(page)).toHaveCount(0);

  const left = page.url();
  await goBack(page);
  await page.waitForFunction((url) => location.href !== url, left);
  const isCached = await page.evaluate(() => "isTheSame" in window);
  test.skip(!isCached, "Chromium's build without windows has no back/forward cache.");
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findVerdict(page)).toHaveCount(0);
  await expect(findRuns(page)).toHaveCount(0);
});
