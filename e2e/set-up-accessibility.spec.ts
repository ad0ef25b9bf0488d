import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit, findViolations } from "./support/appearance.ts";
import { fillClaim, openClaim } from "./support/claim-form.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import {
  expectFieldError,
  explorerPlace,
  findForm,
  findPreview,
  findRow,
  openForm,
  openSetUp,
} from "./support/set-up.ts";

const server = "authorization-servers/default";

/** Every set-up page, by the part of the menu. */
const places = {
  "Directory and Applications": [
    "people",
    "people/00uhostileNamesDe0h7",
    "groups",
    "groups/00goeudyucv6CcaeV0h7",
    "group-rules",
    "applications",
    `${explorerPlace}/general`,
    `${explorerPlace}/sign-on`,
    `${explorerPlace}/assignments`,
  ],
  "Authorization Servers and everything else": [
    "authorization-servers",
    `${server}/settings`,
    `${server}/scopes`,
    `${server}/claims`,
    `${server}/access-policies`,
    `${server}/token-preview`,
    "trusted-origins",
    "system-log",
    "demo-org",
  ],
} as const;

/** Goes to another set-up page without loading the page anew, as the back button does. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((query) => {
    history.pushState(null, "", query);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `?setup=${place}`);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading").first()).toBeVisible();
  await expect(main.getByText("Loading…", { exact: true })).toHaveCount(0);
}

test.describe("the set-up pages", { tag: "@worker" }, () => {
  for (const [part, itsPlaces] of Object.entries(places))
    test(`have no axe violations in light or dark mode, and fit a phone: ${part}`, async ({
      page,
    }) => {
      const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
      await openSetUp(page, "");
      for (const place of itsPlaces) {
        await page.setViewportSize(sizes.desktop);
        await goTo(page, place);
        expect.soft(await findViolations(page), place).toEqual([]);
        await page.setViewportSize(sizes.phone);
        await expectToFit(page);
      }
    });

  test("focus a form when it opens, restore focus when it closes, and have no axe violations with errors", async ({
    page,
  }) => {
    await openSetUp(page, `${server}/claims`);
    const opener = page.getByRole("button", { name: "Add Claim", exact: true });
    await opener.press("Enter");
    const form = findForm(page, "Add Claim");
    const name = form.getByRole("textbox", { name: "Name", exact: true });
    await expect(name).toBeFocused();
    const header = await page.getByRole("banner").boundingBox();
    const heading = await page.getByRole("heading", { name: "Add Claim" }).boundingBox();
    expect(heading?.y).toBeGreaterThan((header?.y ?? 0) + (header?.height ?? 0));
    await fillClaim(form, { name: "scp", expression: "user.", scope: "openid" });
    await form.getByRole("button", { name: "Create" }).click();
    await expectFieldError(name, /reserved/);
    await expect(findPreview(form)).toContainText("At character");
    for (const explanation of await page.getByText("In a real org").all())
      await explanation.click();
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole("button", { name: "Cancel", exact: true }).press("Enter");
    await expect(opener).toBeFocused();
    await expect(opener).toBeInViewport();
    await page.getByRole("button", { name: "Delete GroupsClaim", exact: true }).click();
    expect(await findViolations(page)).toEqual([]);
  });

  test("show all buttons of a table at any width", async ({ page }) => {
    await openSetUp(page, `${server}/settings`);
    for (const tab of ["claims", "access-policies"]) {
      await goTo(page, `${server}/${tab}`);
      for (const width of [1240, 1100, 940, 820, 600]) {
        await page.setViewportSize({ width, height: 800 });
        const row = page.getByRole("row").filter({ has: page.getByRole("button") });
        const last = await row.first().getByRole("button").last().boundingBox();
        const panel = await page.getByRole("region").last().boundingBox();
        const [end, edge] = [last, panel].map((box) => (box?.x ?? 0) + (box?.width ?? 0));
        expect.soft(end, `${tab} at ${width}`).toBeLessThan(edge ?? 0);
      }
    }
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test("open the menu with a button, and focus the button after a link was followed", async ({
      page,
    }) => {
      await openSetUp(page, "groups");
      const opener = page.getByRole("button", { name: /^Menu/ });
      const link = page.getByRole("link", { name: "System Log", exact: true });
      await expect(link).toBeHidden();
      await opener.press("Enter");
      await expect(link).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(link).toBeHidden();
      await opener.press("Enter");
      await link.press("Enter");
      await expect(page.getByRole("heading", { level: 2, name: "System Log" })).toBeVisible();
      await expect(link).toBeHidden();
      await expect(opener).toBeFocused();
      await expect(opener).toHaveText("Menu: System Log");
    });

    test("don't shift while they load", async ({ page }) => {
      // Start the worker first, so that its start is not measured.
      await openSetUp(page, "people");
      for (const place of [
        `${explorerPlace}/general`,
        `${explorerPlace}/sign-on`,
        "groups/00goeudyucv6CcaeV0h7",
      ]) {
        await openSetUp(page, place);
        const shifts = await readLayoutShifts(page);
        expect.soft(Math.max(0, ...shifts), place).toBeLessThan(0.02);
      }
    });

    test("fit the screen with long names", async ({ page }) => {
      const long = (start: string) => `${start}${"x".repeat(100)}`;
      await openSetUp(page, `${server}/scopes`);
      const scope = await openForm(page, "Add Scope");
      await scope.getByRole("textbox", { name: "Name" }).fill(long("scope"));
      await scope.getByRole("button", { name: "Create" }).click();
      await expect(findRow(page, "Scopes", long("scope"))).toBeVisible();

      await page.getByRole("link", { name: "Claims", exact: true }).click();
      const claim = await openClaim(page);
      await fillClaim(claim, {
        name: long("claim"),
        expression: "user.login",
        scope: long("scope"),
      });
      await claim.getByRole("button", { name: "Create" }).click();
      await expect(findRow(page, "Claims", long("claim"))).toBeVisible();
      await expectToFit(page);

      await page.getByRole("link", { name: "Access Policies", exact: true }).click();
      await page.getByRole("button", { name: "Add New Access Policy" }).click();
      const policy = findForm(page, "Add Policy");
      await policy.getByRole("textbox", { name: "Name" }).fill(long("policy"));
      await policy.getByRole("textbox", { name: "Description" }).fill(long("It is "));
      await policy.getByRole("button", { name: "Create Policy" }).click();
      await expect(page.getByRole("heading", { name: long("policy") })).toBeVisible();
      await expectToFit(page);
    });
  });
});
