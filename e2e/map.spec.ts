import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit, findViolations } from "./support/appearance.ts";
import { changeOrg, sendFromPage } from "./support/causes/change-org.ts";
import { setAppFilter } from "./support/causes/org-changes.ts";
import { tabTo } from "./support/keyboard.ts";
import {
  findCell,
  findFill,
  findPredicted,
  openMap,
  readMapStorage,
  waitUntilFilled,
} from "./support/map.ts";
import { findRegion, findRuns, findSend, findVerdictHeading, openTab } from "./support/regions.ts";
import { explorerPlace, openSetUp } from "./support/set-up.ts";

test("after a run, the rest of the map is filled by keyboard, silently, and without keeping a token", {
  tag: "@node",
}, async ({ page, sendRequest }) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "email", "groups"] });
  await page.getByRole("tab", { name: "Tokens" }).focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("tab", { name: "Map" })).toBeFocused();
  const idToken = findCell(page, "Org", "ID token", "ID token");
  await expect(idToken).toHaveAttribute("data-evidence", "seen");
  await expect(idToken).toHaveAttribute("data-groups", "yes");
  await expect(idToken).toContainText("2 groups · fat · run 1");
  await expect(findFill(page)).toHaveText("Fill the map: 7 requests left");
  const entries = await page.evaluate(() => history.length);

  await tabTo(findFill(page));
  await page.keyboard.press("Enter");
  await waitUntilFilled(page);
  await expect(findPredicted(page)).toHaveCount(0);
  await expect(findCell(page, "Org", "Both", "ID token")).toContainText("no groups · thin");
  await expect(findCell(page, "Org", "Both", "UserInfo")).toContainText("2 groups");
  await expect(findCell(page, "Org", "Code + PKCE", "ID token")).toContainText("2 groups · fat");
  await expect(findRuns(page)).toHaveCount(1);
  expect(await readMapStorage(page)).not.toMatch(/eyJ|Everyone|verifier/);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 1);

  await idToken.getByRole("button", { name: "run 1" }).click();
  await expect(findVerdictHeading(page)).toBeFocused();
  await expect(findRegion(page, "ID token")).toContainText("Fat");
  await page.goBack();
  await expect(findSend(page)).toBeVisible();
  await openTab(page, "Map");
  await expect(findPredicted(page)).toHaveCount(0);
});

test("a fill signs in once, continues by itself, can be stopped, survives a reload, and requests what is left", {
  tag: "@worker",
}, async ({ page, openPage, signIn }) => {
  // Holds the page between two requests. Replaces `fetch` in the page, because Playwright can't see calls to the worker.
  await page.addInitScript(() => {
    const fetch = window.fetch.bind(window);
    window.fetch = (input, init) => {
      if (!String(input).endsWith("/userinfo") || sessionStorage.getItem("hold") === null) {
        return fetch(input, init);
      }
      sessionStorage.setItem("hold", "held");
      return new Promise(() => undefined);
    };
  });
  const hold = () => page.evaluate(() => sessionStorage.setItem("hold", "yes"));
  const waitUntilHeld = () =>
    expect
      // The evaluation fails if the page is left meanwhile.
      .poll(() => page.evaluate(() => sessionStorage.getItem("hold")).catch(() => null))
      .toBe("held");
  await openPage();
  await openMap(page);
  await hold();
  await findFill(page).click();
  await expect(page.getByRole("alert")).toContainText(/Nobody is signed in/);
  await page.getByRole("button", { name: "Sign in and continue" }).click();
  await signIn();
  await waitUntilHeld();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeFocused();
  await hold();
  await page.reload();
  await waitUntilHeld();
  await expect(page.getByRole("progressbar", { name: "Filling the map" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("status").filter({ hasText: /^Stopped after/ })).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem("hold"));
  await findFill(page).click();
  await waitUntilFilled(page);
  await expect(findPredicted(page)).toHaveCount(0);
});

/** Downloads the open map in each format, and expects neither tokens nor groups in it. */
async function expectExports(page: Page): Promise<void> {
  for (const [format, start] of [
    ["Markdown", "## Where groups go"],
    ["CSV", '\uFEFF"Server","Request"'],
    ["SVG", "<svg "],
  ] as const) {
    await page.getByRole("radio", { name: format, exact: true }).check();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${format}` }).click();
    const text = await readFile(await (await downloading).path(), "utf8");
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain("thin");
    expect(text).not.toMatch(/eyJ|Everyone/);
  }
}

test("a cell counts for its scopes only, and shows that a new set-up differs, and no link fills the map", {
  tag: "@worker",
}, async ({ page, orgUrl, sendRequest, chooseRequest }) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
  await openTab(page, "Map");
  const cell = findCell(page, "Org", "ID token", "ID token");
  await expect(cell).toHaveAttribute("data-evidence", "seen");
  await chooseRequest({ scopes: ["openid", "profile"] });
  await expect(cell).toHaveAttribute("data-evidence", "predicted");
  await expect(cell).toHaveAttribute("data-groups", "no");
  await chooseRequest({ scopes: ["openid", "groups"] });
  await expect(cell).toHaveAttribute("data-evidence", "seen");
  // Wait until the page has read the set-up: otherwise it can't tell later that the set-up has changed.
  await expect(findCell(page, "Org", "Both", "UserInfo")).toContainText("2 groups");

  await openSetUp(page, explorerPlace);
  await changeOrg(sendFromPage(page), orgUrl, [setAppFilter("EQUALS", "IT")]);
  const authorizations: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/authorize")) authorizations.push(request.url());
  });
  await page.goto("./?scope=openid+groups&view=map&fill=1");
  await openTab(page, "Map");
  await expect(cell).toContainText("Not as predicted: 1 group expected");
  await expect(cell).toContainText("The set-up has changed since.");
  expect(authorizations).toEqual([]);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expectExports(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await findViolations(page)).toEqual([]);
    await expectToFit(page);
  }
  await cell.getByRole("button", { name: "run 1" }).click();
  await expect(findRegion(page, "ID token")).toContainText("Fat");
});
