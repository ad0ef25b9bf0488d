import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findViolations } from "./support/appearance.ts";
import { findGroups } from "./support/claims.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import { findRegion, findSend, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

const bar = (page: Page) => findRegion(page, "Lesson step");
const next = (page: Page) => bar(page).getByRole("button", { name: "Next step", exact: true });
const list = (page: Page) => page.getByRole("list", { name: "Lessons", exact: true });
const allow = (page: Page) => page.getByRole("button", { name: "Change the demo org" });

test("a lesson can be finished, left and resumed, and the org is restored afterwards", {
  tag: "@worker",
}, async ({ page, orgUrl }) => {
  const title = "Groups in an access token";
  const steps = 4;
  await page.goto("./?lessons");
  await expect(page.getByRole("banner")).toContainText("built in");
  const before = await exportOrg(page, orgUrl);
  expect.soft(await findViolations(page), "list").toEqual([]);

  const lesson = list(page).getByRole("listitem").filter({ hasText: title });
  await lesson.getByRole("link", { name: title, exact: true }).click();
  await expect(bar(page).getByRole("heading")).toHaveText(title);
  await takeStep(page, title, 1);
  await next(page).click();
  await expect(bar(page)).toContainText(`Step 2 of ${steps}`);
  await page.getByRole("link", { name: "Lessons", exact: true }).click();
  await expect(lesson).toContainText(`1 of ${steps} steps done`);
  await lesson.getByRole("link", { name: "Resume at step 2" }).click();
  for (let step = 2; step <= steps; step++) {
    await expect(bar(page)).toContainText(`Step ${step} of ${steps}`);
    await takeStep(page, title, step);
    if (step < steps) await next(page).click();
  }
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    expect.soft(await findViolations(page), `step at ${width} px`).toEqual([]);
  }
  await page.getByRole("link", { name: "Lessons", exact: true }).click();
  await expect(lesson).toContainText(`${steps} of ${steps} steps done`);
  await expect(page.getByText("The demo org is set up as it was before the lesson.")).toBeVisible();
  expect(await exportOrg(page, orgUrl)).toEqual(before);

  await page.reload();
  await page.getByRole("button", { name: "Reset progress" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reset", exact: true }).click();
  await expect(list(page)).not.toContainText("done");
});

test("the user's own org only gets the request, and the page says what its admin has to set up", {
  tag: "@node",
}, async ({ page, signIn }) => {
  const org = new URLSearchParams({ org: nodeOrg.url, client_id: nodeOrg.clientId });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`./?${org}&lesson=groups-in-id-token&step=2`);
  await expect(bar(page)).toContainText("Step 2 of 3");
  await expect(findSend(page)).toBeEnabled();
  // A link alone contacts no org.
  expect(requests.filter((url) => url.startsWith(nodeOrg.url))).toEqual([]);
  await expect(bar(page).getByRole("button", { name: "Send this request" })).toHaveCount(0);

  await bar(page).getByRole("button", { name: "What your org needs" }).click();
  await expect(page.getByRole("dialog", { name: "What your org needs" })).toContainText(
    "Sign On > OpenID Connect ID Token",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("checkbox", { name: "groups", exact: true }).uncheck();
  await findSend(page).click();
  await signIn();
  await expect(bar(page)).toContainText("The scopes differ.");
  await bar(page).getByRole("button", { name: "Set the request" }).click();
  await expect(page.getByRole("checkbox", { name: "groups", exact: true })).toBeChecked();
  await leaveWith(page, findSend(page));
  await expect(bar(page)).toContainText("Done The ID token lists 2 groups.");
  await expect(bar(page)).toContainText("Step 2 of 3");

  await page.goto(`./?${org}&lesson=userinfo&step=1`);
  for (const step of [1, 2]) {
    await expect(bar(page)).toContainText(`Step ${step} of 3`);
    await takeStep(page, "userinfo", step);
    await next(page).click();
  }
});

test("Back returns to the previous step, also after the lesson is left", {
  tag: "@worker",
}, async ({ page }) => {
  const both = page.getByRole("radio", { name: "Both", exact: true });
  await page.goto("./?lessons");
  await list(page).getByRole("link", { name: "Fat and thin ID tokens", exact: true }).click();
  await expect(bar(page)).toContainText("Step 1 of 3");
  await next(page).click();
  await expect(both).toBeChecked();
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await next(page).click();
  await expect(bar(page)).toContainText("Step 3 of 3");
  await page.goBack();
  await expect(bar(page)).toContainText("Step 2 of 3");
  await expect(page).toHaveURL(/present.*step=2/);
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await expect(both).toBeChecked();
  await page.goBack();
  await expect(bar(page)).toContainText("Step 1 of 3");
  await expect(page.getByRole("radio", { name: "ID token", exact: true })).toBeChecked();
  await page.goForward();
  await expect(bar(page)).toContainText("Step 2 of 3");

  await bar(page).getByRole("link", { name: "Leave lesson" }).click();
  await expect(bar(page)).toHaveCount(0);
  await page.goBack();
  await expect(bar(page)).toContainText("Step 1 of 3");
  await page.goBack();
  await expect(list(page)).toBeVisible();
});

test("arrow keys work as soon as the step is visible", { tag: "@worker" }, async ({ page }) => {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[aria-label='Lesson step']")) return;
      observer.disconnect();
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto("./?lesson=fat-and-thin&step=3");
  await expect(bar(page)).toContainText("Step 2 of 3");
});

test("a lesson can be presented by keyboard alone, and nothing needs scrolling", {
  tag: "@worker",
}, async ({ page, signIn }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("./?lesson=fat-and-thin&step=3&present");
  await expect(bar(page)).toContainText("Step 3 of 3");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(bar(page)).toContainText("Step 1 of 3");
  await expect(bar(page).getByRole("button", { name: "Send this request" })).toBeFocused();
  await page.keyboard.press("Enter");
  await signIn("it.user@example.com");
  await expect(bar(page)).toContainText("Done The ID token lists Everyone and IT.");
  await expectOnOneScreen(page);
  await page.getByRole("button", { name: "Present" }).click();
  await expectOnOneScreen(page);
  await expect(findSend(page)).toBeInViewport({ ratio: 1 });

  // Fields, radios, tabs and dialogs keep their arrow keys.
  await page.getByRole("radio", { name: "ID token", exact: true }).press("ArrowRight");
  await page.getByRole("textbox", { name: "Other scopes" }).press("ArrowRight");
  await page.getByRole("combobox", { name: "Sign in as" }).press("ArrowRight");
  await page.getByRole("tab", { name: "Tokens" }).press("ArrowRight");
  await page.getByRole("button", { name: "Clear results" }).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toContainText("Step 1 of 3");

  await findVerdictHeading(page)
    .or(page.getByRole("tab", { name: "Compare" }))
    .first()
    .blur();
  await bar(page)
    .getByRole("link", { name: /^Step 2: / })
    .click();
  await expect(bar(page)).toContainText("Step 2 of 3");
  await expect(page.getByRole("radio", { name: "Both", exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("textbox", { name: "Link to this page" })).toHaveValue(
    /lesson=fat-and-thin&step=2/,
  );
});

test("after a lesson's tab was closed, the page offers to restore the org, and keeps the user's changes", {
  tag: "@worker",
}, async ({ page, context, orgUrl }) => {
  await page.goto("./?lesson=groups-in-id-token&step=3");
  await expect(page.getByText("It changes the app’s groups claim.")).toBeVisible();
  expect.soft(await findViolations(page), "question").toEqual([]);
  const before = await exportOrg(page, orgUrl);
  await page.getByRole("button", { name: "Not now" }).click();
  expect(await exportOrg(page, orgUrl)).toEqual(before);
  await allow(page).click();
  await expect(bar(page).getByRole("button", { name: "Send this request" })).toBeEnabled();
  await expect.poll(() => exportOrg(page, orgUrl)).not.toEqual(before);
  await page.reload();
  await expect(bar(page)).toContainText("Not sent yet.");

  // A later visit, in a new tab.
  const later = await context.newPage();
  await page.close();
  await later.goto("./");
  const notice = findRegion(later, "Demo org and lessons");
  await expect(notice).toContainText("“Groups in an ID token” changed the demo org’s set-up");
  expect.soft(await findViolations(later), "notice").toEqual([]);
  await notice.getByRole("button", { name: "Restore the set-up" }).click();
  await expect(notice).toContainText("set up as it was before the lesson");
  expect(await exportOrg(later, orgUrl)).toEqual(before);

  await later.goto("./?lesson=groups-in-id-token&step=3");
  await allow(later).click();
  await expect.poll(() => exportOrg(later, orgUrl)).not.toEqual(before);
  await later.evaluate(async (url) => {
    await fetch(`${url}/api/v1/groups`, {
      method: "POST",
      headers: { Authorization: "SSWS demo-api-token", "Content-Type": "application/json" },
      body: JSON.stringify({ profile: { name: "Mine" } }),
    });
  }, orgUrl);
  await bar(later).getByRole("link", { name: "Leave lesson" }).click();
  await expect(notice).toContainText("Restoring it loses these changes.");
  await notice.getByRole("button", { name: "Keep it as it is" }).click();
  await expect(notice).toHaveCount(0);
  expect(JSON.stringify(await exportOrg(later, orgUrl))).toContain("Mine");
  await later.reload();
  await expect(findSend(later)).toBeEnabled();
  await expect(notice).toHaveCount(0);
});

test("a page does not move while a lesson's set-up is undone", { tag: "@worker" }, async ({
  page,
}) => {
  const notice = findRegion(page, "Demo org and lessons");
  for (const left of ["./?lessons", "./?setup=groups", "./"]) {
    await page.goto("./?lesson=groups-in-id-token&step=3");
    await expect(allow(page)).toBeVisible();
    expect.soft(Math.max(0, ...(await readLayoutShifts(page))), "question").toBeLessThan(0.02);
    await allow(page).click();
    await expect(bar(page).getByRole("button", { name: "Send this request" })).toBeEnabled();
    await page.goto(left);
    await expect(notice).toContainText("set up as it was before the lesson");
    expect.soft(Math.max(0, ...(await readLayoutShifts(page))), left).toBeLessThan(0.02);
    // Don't scroll to the page's end: it moves up when the notice is closed.
    await page.mouse.wheel(0, 20);
    const scrolled = () => page.evaluate(() => window.scrollY);
    await expect.poll(scrolled).toBeGreaterThan(0);
    const position = await scrolled();
    await notice.getByRole("button", { name: "Close" }).click();
    await expect(notice).toHaveCount(0);
    expect(await scrolled()).toBe(position);
  }
});

/** Follows a step's instruction, and expects the step's check to pass. */
async function takeStep(page: Page, title: string, step: number): Promise<void> {
  const done = bar(page).getByText("Done", { exact: true });
  const send = bar(page).getByRole("button", { name: "Send this request" });
  const call = findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" });
  const name = `${title}, step ${step}`;
  await expect(bar(page), name).not.toContainText("Setting up");
  await expect(send.or(allow(page)).or(done).or(call).first(), name).toBeVisible();
  if (await allow(page).isVisible()) {
    await allow(page).click();
    await expect(send, name).toBeVisible();
  }
  if (await send.isVisible()) await leaveWith(page, send);
  const calls = bar(page).getByText("UserInfo was not called yet.");
  await expect(done.or(calls).first(), name).toBeVisible();
  if (await calls.isVisible()) await call.click();
  await expect(done, name).toBeVisible();
}

/** Presses a button that leaves the page, and signs in if a sign-in page appears. */
async function leaveWith(page: Page, button: Locator): Promise<void> {
  const leaving = page.waitForEvent("domcontentloaded");
  await button.click();
  await leaving;
  const username = page.getByRole("textbox", { name: "Username" });
  await expect(username.or(findVerdict(page)).first()).toBeVisible();
  if (!(await username.isVisible())) return;
  const person = new URL(page.url()).searchParams.get("login_hint") ?? nodeOrg.username;
  await page.getByRole("button", { name: person, exact: true }).click();
  await expect(findVerdict(page)).toBeVisible();
}

async function expectOnOneScreen(page: Page): Promise<void> {
  await expect(findVerdict(page)).toBeInViewport({ ratio: 1 });
  for (const slot of ["ID token", "Access token", "UserInfo"])
    await expect(findRegion(page, slot).getByRole("heading", { name: slot })).toBeInViewport({
      ratio: 1,
    });
  await expect(bar(page)).toBeInViewport({ ratio: 1 });
  for (const group of ["Everyone", "IT"])
    await expect(
      findGroups(findRegion(page, "ID token"), "groups").filter({ hasText: group }),
    ).toBeInViewport({ ratio: 1 });
}

/** The demo org's configuration, which its own API exports. */
function exportOrg(page: Page, orgUrl: string): Promise<unknown> {
  return page.evaluate(async (url) => {
    const headers = { Authorization: "SSWS demo-api-token" };
    return (await fetch(`${url}/demo/v1/configuration`, { headers })).json();
  }, orgUrl);
}
