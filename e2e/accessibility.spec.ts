import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  expectToFit,
  expectToFitWithTextSpacing,
  findLayoutViolations,
  findViolations,
} from "./support/appearance.ts";
import { findClaim } from "./support/claims.ts";
import { tabTo } from "./support/keyboard.ts";
import {
  findRegion,
  findRequestForm,
  findRuns,
  findSend,
  findTable,
  findVerdict,
  findVerdictHeading,
  openOrgChoice,
  openTab,
} from "./support/regions.ts";
import { openChecks, openResponse } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";
import { signToken } from "./support/test-response.ts";

const itUser = "it.user@example.com";

test.describe("axe finds no violations, light and dark:", { tag: "@worker" }, () => {
  /** Checks the page as it is, at its width and at those given. */
  async function expectNoViolations(page: Page, state: string, widths: readonly number[] = []) {
    expect.soft(await findViolations(page), state).toEqual([]);
    const size = page.viewportSize() ?? { width: 1280, height: 720 };
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await findLayoutViolations(page), `${state} at ${width} px`).toEqual([]);
    }
    await page.setViewportSize(size);
  }

  /** Unfolds everything in the result: causes, steps, guides, checks, parameters. */
  async function unfoldAll(page: Page) {
    await page.getByRole("main").evaluate((main) => {
      for (const fold of main.querySelectorAll("details")) fold.open = true;
    });
  }

  test("before a run", async ({ page, openPage, chooseRequest }) => {
    await openPage();
    await expect(findSend(page)).toBeEnabled();
    await expectNoViolations(page, "prediction", [320, 800, 1600]);
    await chooseRequest({ server: "Custom", tokenType: "Both", scopes: ["profile", "groups"] });
    await expect(findRegion(page, "Prediction")).toContainText("invalid_scope");
    await expectNoViolations(page, "predicted refusal");

    for (const name of ["Share", "Theme"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expectNoViolations(page, name);
      await page.keyboard.press("Escape");
    }
    await page.goto("./?org=no%20domain");
    await findSend(page).click();
    await expect(page.getByRole("textbox", { name: "Okta domain" })).toBeFocused();
    await expectNoViolations(page, "invalid fields", [320]);
    await page.goto("./?org=login.evil.example&client_id=0oa1");
    await expect(findRequestForm(page)).toContainText("This link chose");
    await expectNoViolations(page, "org from a link");
  });

  test("after one run, and after two", async ({ page, sendRequest, chooseRequest }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
    await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
    await openChecks(page);
    await openResponse(page);
    await page.getByRole("switch", { name: /Explain/ }).click();
    await unfoldAll(page);
    await expectNoViolations(page, "fat ID token", [320, 800, 1600]);
    await chooseRequest({ tokenType: "Both" });
    await findRuns(page).filter({ hasText: "Next request" }).click();
    await expectNoViolations(page, "Next request");

    await sendRequest({ server: "Custom", tokenType: "Both", scopes: ["openid", "profile"] });
    await findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" }).click();
    await expect(findTable(page, "Claims")).toHaveCount(3);
    for (const [slot, view] of [
      ["ID token", "JSON"],
      ["Access token", "Raw"],
    ] as const)
      await findRegion(page, slot).getByRole("radio", { name: view, exact: true }).check();
    await unfoldAll(page);
    await expect(findVerdict(page)).toContainText("Exact steps, curl and Terraform");
    await expectNoViolations(page, "three slots with JSON and raw", [320]);

    await openTab(page, "Compare");
    await page.getByRole("checkbox", { name: "Show same claims" }).check();
    await expect(findTable(page, "Comparison")).toBeVisible();
    await expectNoViolations(page, "Compare", [320]);
    await findRuns(page).first().click();
    await page.getByRole("button", { name: "Present", exact: true }).click();
    await expectNoViolations(page, "Present", [1600]);
    await page.getByRole("button", { name: "Clear results" }).click();
    await expectNoViolations(page, "Clear results");
  });

  test("with errors", async ({ page, sendRequest }) => {
    await sendRequest({ person: "outside.user@example.com" });
    await expect(page.getByRole("alert")).toContainText("access_denied");
    await unfoldAll(page);
    await expectNoViolations(page, "OAuth error", [320]);

    await page.goto("./#error=a&error=b&state=unknown");
    await expect(findVerdict(page).getByRole("alert")).toContainText("more than once");
    await expectNoViolations(page, "unreadable response");
    await page.goto(`./#id_token=${signToken({ sub: "00u1", groups: ["IT"] })}&state=unknown`);
    await expect(findRegion(page, "ID token")).toContainText("Failed check");
    await expectNoViolations(page, "response that nobody requested", [320]);
    await page.goto("./#id_token=a.b&state=unknown");
    await expect(findRegion(page, "ID token")).toContainText("three parts");
    await expectNoViolations(page, "token that can't be decoded");
  });

  test("on the demo org's own pages", async ({ page, startRequest, orgUrl }) => {
    await startRequest();
    await expectNoViolations(page, "sign-in", [320]);
    await page.getByRole("textbox", { name: "Username" }).fill(nodeOrg.username);
    await page.getByRole("textbox", { name: "Password" }).fill("wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectNoViolations(page, "wrong password");

    await page.goto(`${orgUrl}/oauth2/v1/authorize?client_id=nobody&response_type=id_token`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    await expectNoViolations(page, "400 Bad Request", [320]);
  });
});

test("the keyboard alone leads from the form to the groups, and each result gets the focus", {
  tag: "@worker",
}, async ({ page }) => {
  await page.goto("./");
  const skipLink = page.getByRole("link", { name: /Skip to the request/ });
  // The browser may report the page as loaded a moment before it draws the first frame.
  await expect(skipLink).toBeAttached();
  await page.keyboard.press("Tab");
  await expect(skipLink).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(findRequestForm(page)).toBeFocused();
  expect(new URL(page.url()).hash).toBe("");

  await tabTo(page.getByRole("radio", { name: "Org", exact: true }));
  await page.keyboard.press("ArrowRight");
  await tabTo(page.getByRole("radio", { name: "ID token", exact: true }));
  await page.keyboard.press("ArrowRight");
  await tabTo(page.getByRole("checkbox", { name: "groups", exact: true }));
  await page.keyboard.press("Space");
  await expect(findSend(page)).toBeEnabled();
  await page.keyboard.press("Enter");

  await expect(page.getByRole("button", { name: itUser, exact: true })).toBeFocused();
  await tabTo(page.getByRole("textbox", { name: "Username" }));
  await page.keyboard.type(nodeOrg.username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(nodeOrg.password);
  await page.keyboard.press("Enter");

  await expect(findVerdictHeading(page)).toBeFocused();
  await expect(findVerdictHeading(page)).toContainText("the access token");
  await expect(findVerdictHeading(page)).toBeInViewport();
  const userInfo = findRegion(page, "UserInfo");
  await tabTo(userInfo.getByRole("button", { name: "Call UserInfo", exact: true }));
  await page.keyboard.press("Enter");
  await expect(findClaim(userInfo, "sub")).toBeVisible();

  await page.getByRole("radio", { name: "Org", exact: true }).press("Space");
  await page.getByRole("checkbox", { name: "groups", exact: true }).press("Space");
  await page.getByRole("button", { name: "Compare fat and thin", exact: true }).press("Enter");
  const comparison = findTable(page, "Comparison");
  await expect(comparison).toBeVisible();
  await expect(page.getByRole("tabpanel").getByRole("heading").first()).toBeFocused();
  await expect(comparison.getByRole("rowheader", { name: "groups" })).toBeInViewport();
});

test("everything fits a narrow screen and 400 % zoom, and every control can be reached", {
  tag: "@worker",
}, async ({ page, openPage, chooseRequest, signIn }) => {
  /** Ends with 400 % zoom of 1280x720, which leaves the least room for pressing buttons. */
  async function expectToFitNarrow() {
    for (const height of [640, 180]) {
      await page.setViewportSize({ width: 320, height });
      await expectToFit(page);
      await expectToFitWithTextSpacing(page);
    }
  }

  await page.setViewportSize({ width: 320, height: 180 });
  await openPage();
  await chooseRequest({ scopes: ["openid", "profile", "groups"] });
  await expect(findSend(page)).toBeEnabled();
  await page.getByText("More response types").click();
  await expect(page.getByRole("radio", { name: "code id_token token", exact: true })).toBeVisible();
  await expectToFitNarrow();
  const choice = await openOrgChoice(page);
  await choice.getByRole("radio", { name: "My Okta org" }).check();
  await choice.getByRole("button", { name: "Copy redirect URI" }).scrollIntoViewIfNeeded();
  await expect(choice.getByRole("button", { name: "Copy redirect URI" })).toBeInViewport();
  await choice.getByText("No app yet?").click();
  await expectToFitNarrow();
  await choice.getByRole("radio", { name: "Demo org" }).check();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  await expectToFitNarrow();

  await signIn("hostile.names@example.com");
  await expect(findTable(page, "Comparison")).toBeVisible();
  await page.getByRole("checkbox", { name: "Show same claims" }).check();
  await expectToFitNarrow();
  await openTab(page, "Tokens");
  await findVerdict(page).getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findClaim(findRegion(page, "UserInfo"), "groups")).toBeVisible();
  await openChecks(page);
  await openResponse(page);
  await expectToFitNarrow();
  for (const raw of await page.getByRole("radio", { name: "Raw", exact: true }).all())
    await raw.check();
  await expectToFitNarrow();

  await page.goto("./?org=no%20domain");
  await findSend(page).click();
  await expect(page.getByRole("textbox", { name: "Okta domain" })).toBeFocused();
  await expectToFitNarrow();
});

test("a control that was scrolled below the header moves into view when it gets the focus", {
  tag: "@worker",
}, async ({ page, sendRequest }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await sendRequest({ tokenType: "Both" });
  const decode = findRegion(page, "Access token").getByRole("button", { name: "Decode anyway" });
  await expect(decode).toBeVisible();
  const lastOfIdToken = findRegion(page, "ID token").getByRole("button").last();
  await lastOfIdToken.evaluate((button) => button.focus({ preventScroll: true }));
  await decode.evaluate((button) => window.scrollBy(0, button.getBoundingClientRect().top - 10));
  const headerBottom = () =>
    page.getByRole("banner").evaluate((header) => header.getBoundingClientRect().bottom);
  const top = () => decode.evaluate((button) => button.getBoundingClientRect().top);
  expect(await top()).toBeLessThan(await headerBottom());

  await page.keyboard.press("Tab");
  await expect(decode).toBeFocused();
  await expect.poll(top).toBeGreaterThanOrEqual(await headerBottom());
});
