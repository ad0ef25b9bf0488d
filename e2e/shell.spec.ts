import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRuns, findTable, openTab } from "./support/regions.ts";
import { readRequest } from "./support/request-url.ts";
import { signToken } from "./support/test-response.ts";

const fat = signToken({ sub: "00u1", groups: ["Everyone", "IT"] });
const thin = signToken({ sub: "00u1", at_hash: "h" });

async function openPopover(page: Page, name: "Share" | "Theme") {
  await page.getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog", { name, exact: true });
}

test.describe("the header", { tag: "@worker" }, () => {
  test("has a choice of themes, which is remembered", async ({ page, openPage }) => {
    const readColorScheme = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await page.emulateMedia({ colorScheme: "light" });
    await openPage();
    await (await openPopover(page, "Theme")).getByRole("radio", { name: "Dark" }).check();
    expect(await readColorScheme()).toBe("dark");

    await page.reload();
    expect(await readColorScheme()).toBe("dark");
    await page.getByRole("link", { name: "Demo org", exact: true }).click();
    await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");

    const theme = await openPopover(page, "Theme");
    await expect(theme.getByRole("radio", { name: "Dark" })).toBeChecked();
    await theme.getByRole("radio", { name: "System" }).check();
    expect(await readColorScheme()).toBe("light dark");
  });

  test("shares a link with the request and the user, without a token", async ({
    page,
    browser,
    baseURL,
    chooseRequest,
  }) => {
    await page.goto(`./?token=id_token+token#id_token=${fat}&state=s`);
    await expect(findRuns(page).first()).toBeVisible();
    await chooseRequest({ server: "Custom", scopes: ["openid", "orders"] });
    await page.getByRole("combobox", { name: "Sign in as" }).selectOption("joe.user@example.com");

    const share = await openPopover(page, "Share");
    const link = await share.getByRole("textbox").inputValue();
    const { searchParams, hash } = new URL(link);
    expect(hash).toBe("");
    expect(Object.fromEntries(searchParams)).toEqual({
      server: "default",
      token: "id_token token",
      scope: "openid orders",
      person: "joe.user@example.com",
    });

    const recipient = await browser.newPage({ baseURL: baseURL ?? "" });
    await recipient.goto(link);
    await expect
      .poll(() => readRequest(recipient))
      .toMatchObject({
        response_type: "id_token token",
        scope: "openid orders",
        login_hint: "joe.user@example.com",
      });
    await expect(findRuns(recipient)).toHaveCount(0);
    await recipient.close();
  });
});

test("a printed run has its own request, and a printed comparison has none", {
  tag: "@worker",
}, async ({ page, openPage, signIn }) => {
  await openPage();
  await page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
  await signIn();
  await expect(findTable(page, "Comparison")).toBeVisible();
  const request = (text: RegExp) => page.getByText(text).filter({ visible: true });
  const draft = page.getByRole("form", { name: "Request" }).getByText(/^Org · ID token · /);
  await page.emulateMedia({ media: "print" });
  await expect(draft).toBeHidden();
  await expect(request(/^2 · Org · both tokens/)).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await openTab(page, "Tokens");
  await expect(request(/^2 · Org · both tokens · openid/)).toHaveCount(0);
  const call = findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" });
  await expect(call).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(call).toBeHidden();
  // A body as high as the window would add an empty page.
  await expect(page.locator("body")).toHaveCSS("min-height", /^(auto|0px)$/);
  await expect(request(/^2 · Org · both tokens · openid profile email groups$/)).toHaveCount(1);
  await expect(draft).toBeHidden();

  // The next request, which was not sent, is printed, too.
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: "email", exact: true }).uncheck();
  await findRuns(page).last().click();
  await page.emulateMedia({ media: "print" });
  await expect(draft.filter({ hasText: /openid profile groups$/ })).toBeVisible();
});

test.describe("a presentation", { tag: "@worker" }, () => {
  test("folds the form, and arrow keys step through the runs", async ({ page }) => {
    for (const response of [`id_token=${fat}`, `id_token=${thin}&access_token=t`])
      await page.goto(`./#${response}&state=s`);
    const first = findRuns(page).first();
    const second = findRuns(page).nth(1);
    await expect(second).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("ArrowLeft");
    await expect(second).toHaveAttribute("aria-current", "true");

    await page.getByRole("button", { name: "Present", exact: true }).click();
    await expect(page).toHaveURL(/present/);
    await expect(page.getByRole("radio", { name: "Custom" })).toBeHidden();
    await page.keyboard.press("ArrowLeft");
    await expect(first).toHaveAttribute("aria-current", "true");
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
    await page.keyboard.press("ArrowRight");
    await expect(second).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("ArrowRight");
    await expect(second).toHaveAttribute("aria-current", "true");

    await openTab(page, "Compare");
    await page.getByRole("heading", { name: /difference/ }).click();
    await page.keyboard.press("ArrowLeft");
    await expect(first).toHaveAttribute("aria-current", "true");
    await expect(findRegion(page, "ID token")).toBeVisible();

    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Clear results" })).toBeHidden();
    await expect(page.getByRole("radiogroup", { name: "View" }).first()).toBeHidden();
    await expect(findRegion(page, "ID token")).toBeVisible();
  });

  test("keeps the header's buttons on one line on a phone, and ends with Escape", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto("./?present");
    const boxOf = (name: string) => page.getByRole("button", { name, exact: true }).boundingBox();
    await expect.poll(async () => (await boxOf("Theme"))?.y).toBe((await boxOf("Share"))?.y);

    await (await openPopover(page, "Share")).getByRole("textbox").press("Escape");
    await expect(page).toHaveURL(/present/);
    await page.keyboard.press("Escape");
    await expect(page).not.toHaveURL(/present/);
  });
});
