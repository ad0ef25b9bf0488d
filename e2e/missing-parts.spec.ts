import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim } from "./support/claims.ts";
import { findRegion, findRequestForm, findSend } from "./support/regions.ts";
import { findChecks, openChecks } from "./support/result-details.ts";

/** Milliseconds since the navigation's start; undefined as long as nothing is painted. */
function readFirstPaint(page: Page): Promise<number | undefined> {
  return page.evaluate(() => performance.getEntriesByType("paint")[0]?.startTime);
}

/** Allows an error in the console: the page's script does not catch this failed import. */
function expectFailedImport(page: Page): void {
  page.removeAllListeners("pageerror");
}

test.describe("while the page's own code is loading,", { tag: "@worker" }, () => {
  test("nothing is painted, not even in the wrong theme", async ({ page, openPage }) => {
    // Wait from now on: the style sheet may arrive before the script is requested.
    const styles = page.waitForResponse("**/main-*.css");
    await page.route("**/main-*.js", async (route) => {
      await styles;
      // A frame takes less time than this.
      await page.waitForTimeout(500);
      await route.continue();
    });
    await openPage();
    const readResponseEnd = () =>
      page.evaluate(() => {
        const files = performance.getEntriesByType("resource");
        const script = files.find(({ name }) => /\/main-[^/]*\.js$/.test(name));
        return script instanceof PerformanceResourceTiming ? script.responseEnd : Number.NaN;
      });
    await expect.poll(() => readFirstPaint(page)).toBeGreaterThan(await readResponseEnd());
  });

  test("the page says so if that takes long", async ({ page, context }) => {
    await context.route("**/page-*.js", () => {});
    // Shortens all timers to a tenth. Playwright's clock would hide the time of the first paint.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      Object.assign(window, {
        setTimeout: (run: () => void, delay = 0) => setTimeout(run, delay / 10),
      });
    });
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.getByText("could not load its files")).toBeVisible();
    await expect.poll(() => readFirstPaint(page)).toBeGreaterThan(0);
  });
});

test.describe("when a part of the page can't be loaded,", { tag: "@worker" }, () => {
  test("the set-up, a lesson and a request say so, and loading can be tried again", async ({
    page,
    context,
    chooseRequest,
  }) => {
    const files = ["**/SetUpPage-*.js", "**/LessonPart-*.js", "**/Toast-*.css", "**/sdk-*.js"];
    for (const file of files) await context.route(file, (route) => route.abort());
    const withoutToast = page.waitForEvent("requestfailed", (it) => /Toast/.test(it.url()));
    await page.goto("./?setup");
    await withoutToast;
    await expect(page.getByRole("alert")).toContainText("The set-up");
    await context.unroute("**/SetUpPage-*.js");
    await page.getByRole("alert").getByRole("button").click();
    await expect(page.getByRole("navigation", { name: "Demo org pages" })).toBeVisible();

    await page.goto("./?lesson=userinfo&step=1");
    await expect(page.getByRole("alert")).toContainText("The lesson");
    await expect(findSend(page)).toBeEnabled();

    await page.goto("./");
    await chooseRequest({ tokenType: "ID token" });
    await findSend(page).click();
    await expect(findRequestForm(page).getByRole("alert")).toBeVisible();
    await context.unroute("**/sdk-*.js");
    await findSend(page).click();
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  });

  test("an address of the demo org says so", async ({ page, context }) => {
    expectFailedImport(page);
    await context.route("**/deep-link-*.js", (route) => route.abort());
    await page.goto("./demo-org/oauth2/v1/authorize");
    await expect(page.getByRole("alert")).toContainText("could not load its files");
  });

  test("a token is shown unverified, and the map says so once it is opened", async ({
    page,
    context,
    sendRequest,
  }) => {
    for (const file of ["**/verify-run-*.js", "**/map-*.js"])
      await context.route(file, (route) => route.abort());
    await sendRequest({ tokenType: "ID token" });
    await expect(findClaim(findRegion(page, "ID token"), "sub")).toBeVisible();
    await openChecks(page);
    await expect(findChecks(page, "Skipped").filter({ hasText: "Signatures" })).toBeVisible();
    await expect(findRegion(page, "ID token")).toContainText("Not verified");

    await page.getByRole("tab", { name: "Map" }).click();
    await expect(page.getByRole("alert")).toContainText("The map");
  });
});

test.describe("when the results' code can't be loaded,", { tag: ["@node", "@local"] }, () => {
  // Block the demo org's worker, which would serve the code from its copy of the page.
  test.use({ serviceWorkers: "block" });

  test("a response is kept until the page is reloaded", async ({
    page,
    context,
    startRequest,
    signIn,
  }) => {
    await startRequest({ tokenType: "ID token" });
    const verified = findRegion(page, "ID token").getByText("Verified", { exact: true });
    for (const file of ["landing", "results"]) {
      await context.route(`**/${file}-*.js`, (route) => route.abort());
      if (file === "landing") await signIn();
      else await findSend(page).click();
      await expect(page.getByRole("alert")).toContainText(/saved in this tab/);
      expect(new URL(page.url()).hash).toBe("");

      await context.unroute(`**/${file}-*.js`);
      await page.reload();
      await expect(verified).toBeVisible();
    }
  });

  test("the groups stay in sight, and the page says what is missing", async ({
    page,
    context,
    startRequest,
    signIn,
  }) => {
    expectFailedImport(page);
    await startRequest({ tokenType: "ID token" });
    await context.route("**/page-*.js", (route) => route.abort());
    await signIn();
    await expect(page.getByRole("alert")).toContainText("could not load its files");
    await expect(page.getByText("Groups are in the ID token")).toBeVisible();
  });
});
