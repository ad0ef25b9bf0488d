import type { Locator } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRegion, findSend, findVerdict } from "./support/regions.ts";

/** The three requests of Okta's groups claim guide. */
const runs = [
  { name: "an ID token", request: { scopes: ["openid", "groups"] }, groups: ["Everyone", "IT"] },
  {
    name: "both tokens",
    request: { tokenType: "Both", scopes: ["openid", "groups"] },
    groups: [],
  },
  {
    name: "an access token",
    request: {
      server: "Custom",
      tokenType: "Access token",
      scopes: ["openid"],
      person: "joe.user@example.com",
    },
    groups: ["Everyone", "Midwest Sales"],
  },
] as const;

async function expectOnFirstScreen(part: Locator): Promise<void> {
  await expect(part).toBeInViewport({ ratio: 1 });
}

for (const { name, request, groups } of runs) {
  test(`a projector shows the whole result of ${name} without scrolling @worker`, async ({
    page,
    sendRequest,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await sendRequest(request);
    const verdict = findVerdict(page);
    await expectOnFirstScreen(verdict);
    for (const slot of ["ID token", "Access token", "UserInfo"])
      await expectOnFirstScreen(findRegion(page, slot).getByRole("heading", { name: slot }));
    const items = page.getByRole("list", { name: "Groups", exact: true }).getByRole("listitem");
    await expect(items).toHaveCount(groups.length);
    for (const group of groups) await expectOnFirstScreen(items.filter({ hasText: group }));
    await expectOnFirstScreen(findSend(page));
  });

  test(`a phone shows the verdict and the groups of ${name} first @worker`, async ({
    page,
    sendRequest,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await sendRequest(request);
    const verdict = findVerdict(page);
    await expectOnFirstScreen(verdict);
    for (const group of groups)
      await expectOnFirstScreen(verdict.getByText(group, { exact: true }).first());
  });
}

test("a presentation at 1280x720 shows verdict, slots and groups without scrolling @worker", async ({
  page,
  sendRequest,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await sendRequest({ scopes: ["openid", "profile", "email", "groups"] });
  await page.getByRole("button", { name: "Present" }).click();
  await expectOnFirstScreen(findVerdict(page));
  for (const slot of ["ID token", "Access token", "UserInfo"])
    await expectOnFirstScreen(findRegion(page, slot).getByRole("heading", { name: slot }));
  const groups = page.getByRole("list", { name: "Groups", exact: true }).getByRole("listitem");
  for (const group of ["Everyone", "IT"])
    await expectOnFirstScreen(groups.filter({ hasText: group }));
});
