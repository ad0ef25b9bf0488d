import type { Locator, Page } from "playwright/test";
import { expect, type RequestChoice, test } from "./fixtures.ts";
import { findRegion, findSend, findVerdict } from "./support/regions.ts";

/** The three requests of Okta's groups claim guide. */
const runs: readonly { request: RequestChoice; groups: readonly string[] }[] = [
  { request: { tokenType: "ID token", scopes: ["openid", "groups"] }, groups: ["Everyone", "IT"] },
  { request: { tokenType: "Both", scopes: ["openid", "groups"] }, groups: [] },
  {
    request: { server: "Custom", tokenType: "Access token", scopes: ["openid"] },
    groups: ["Everyone", "IT"],
  },
];

async function expectOnFirstScreen(part: Locator): Promise<void> {
  await expect(part).toBeInViewport({ ratio: 1 });
}

/** Expects the verdict, the three slots, and exactly these groups. */
async function expectWholeResult(page: Page, groups: readonly string[]): Promise<void> {
  await expectOnFirstScreen(findVerdict(page));
  for (const slot of ["ID token", "Access token", "UserInfo"])
    await expectOnFirstScreen(findRegion(page, slot).getByRole("heading", { name: slot }));
  const items = page.getByRole("list", { name: "Groups", exact: true }).getByRole("listitem");
  await expect(items).toHaveCount(groups.length);
  for (const group of groups) await expectOnFirstScreen(items.filter({ hasText: group }));
}

test("a projector shows each whole result without scrolling, also while presenting", {
  tag: "@worker",
}, async ({ page, sendRequest }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const { request, groups } of runs) {
    await sendRequest(request);
    await expectWholeResult(page, groups);
    await expectOnFirstScreen(findSend(page));
  }
  await page.getByRole("button", { name: "Present" }).click();
  for (const { groups } of runs.toReversed()) {
    await expectWholeResult(page, groups);
    await page.keyboard.press("ArrowLeft");
  }
});

test("a phone shows the verdict and the groups of each result first, also after a reload", {
  tag: "@worker",
}, async ({ page, sendRequest, openPage }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const verdict = findVerdict(page);
  for (const { request, groups } of runs) {
    await sendRequest(request);
    await expectOnFirstScreen(verdict);
    for (const group of groups)
      await expectOnFirstScreen(verdict.getByText(group, { exact: true }).first());
  }

  await page.reload();
  await expectOnFirstScreen(verdict);
  await openPage(runs[0]?.request);
  await expect(findSend(page)).toBeVisible();
});
