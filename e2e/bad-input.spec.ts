import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit } from "./support/appearance.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRuns, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { clearResults, openResponse } from "./support/result-details.ts";
import {
  buildIdTokenClaims,
  encodePart,
  openWithResponse,
  signToken,
} from "./support/test-response.ts";

/** Expects one alert, a button for continuing, and an address without the response. */
async function expectOneAlert(page: Page, text: string | RegExp): Promise<void> {
  const alert = page.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(text);
  await expect(findVerdict(page).getByRole("button").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
}

test("a response is accepted once, an unreadable response is explained, and the form is kept", {
  tag: "@worker",
}, async ({ page, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "Access token", scopes: ["openid", "email"] });
  await openWithResponse(page, request, { error: "access_denied" });
  await expectOneAlert(page, "access_denied");

  await openWithResponse(page, request, { error: "access_denied" });
  await expectOneAlert(page, "already received");
  await findVerdict(page).getByRole("button", { name: /run 1/ }).click();
  await expect(findVerdictHeading(page)).not.toContainText("already received");
  await expect(findRuns(page).first()).toHaveAttribute("aria-current", "true");

  await openWithResponse(page, request, { access_token: "t", expires_in: "soon" });
  await expectOneAlert(page, "expires_in");
  await expect(await openResponse(page)).toContainText("soon");
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "email", exact: true })).toBeChecked();
  await expect(findRegion(page, "Request URL")).toContainText(`${orgUrl}/oauth2/v1/authorize`);
});

test("a response that this tab did not request is decoded, but not trusted", {
  tag: "@worker",
}, async ({ page, context, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "Both" });
  const state = request.searchParams.get("state");
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  const response = `id_token=${idToken}&access_token=${signToken({ cid: "0oa" })}&token_type=Bearer`;
  const otherTab = await context.newPage();
  const cases = [
    [page, `${response}&state=${state}x`],
    [otherTab, `${response}&state=${state}`],
  ] as const;
  for (const [tab, fragment] of cases) {
    await tab.goto(`./#${fragment}`);
    await expectOneAlert(tab, "Don’t trust this response");
    const slot = findRegion(tab, "ID token");
    await expect(slot).toContainText("Failed check");
    await expect(findGroups(slot, "groups")).toHaveText(["Everyone", "IT"]);
    await expect(findVerdictHeading(tab)).not.toContainText("Groups are in");
    await expect(tab.getByText(/ signed in\.$/)).toHaveCount(0);
    const call = findRegion(tab, "UserInfo").getByRole("button", { name: "Call UserInfo" });
    await expect(call).toBeDisabled();
    await expect(call).toHaveAccessibleDescription(/state/);
  }
});

test("markup in a response is shown and does not run @worker", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';
  const request = await startRequest({ tokenType: "ID token" });
  const claims = {
    ...buildIdTokenClaims(request, orgUrl),
    [markup]: markup,
    groups: [markup, "javascript:alert(3)"],
    constructor: "c",
    website: "javascript:alert(4)",
  };
  // Added as text, because an object literal can't have a member named `__proto__`.
  const payload = JSON.stringify(claims).replace(/}$/, ',"__proto__":{"groups":["Admins"]}}');
  const token = `${encodePart({ alg: "RS256" })}.${Buffer.from(payload).toString("base64url")}.c2ln`;
  await openWithResponse(page, request, { id_token: token, [markup]: markup });

  const idToken = findRegion(page, "ID token");
  for (const name of [markup, "__proto__", "constructor"])
    await expect(idToken.getByRole("rowheader", { name, exact: true })).toBeVisible();
  await expect(findGroups(idToken, "groups")).toHaveText([markup, "javascript:alert(3)"]);
  await expect(await openResponse(page)).toContainText(markup);
  await expect(page.getByRole("main").locator("img")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "javascript:" })).toHaveCount(0);

  await page.goto(`./#${new URLSearchParams({ error: markup, error_description: markup })}`);
  await expectOneAlert(page, markup);
});

test("a very long response is cut, does not overflow the page, and leaves the page usable", {
  tag: "@worker",
}, async ({ page }) => {
  const long = "a".repeat(60_000);
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`c${index}`, 1]));
  const cases = [
    [`error=access_denied&error_description=${long}`, "a…"],
    [`id_token=${signToken({ groups: [long] })}`, /60,000 characters|aaa/],
    [`id_token=${signToken({ ...many, groups: ["IT"] })}`, "of 20,001 claims"],
  ] as const;
  for (const [fragment, shown] of cases) {
    await page.goto(`./#${fragment}`);
    await expect(page.getByRole("main")).toContainText(shown);
    await expectToFit(page);
    await clearResults(page);
    await expect(findRegion(page, "Prediction")).toBeVisible();
  }

  // The response has a megabyte.
  const groups = Array.from({ length: 20_000 }, (_, index) => `Department of number ${index + 1}`);
  await page.goto(`./#id_token=${signToken({ groups })}`);
  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("20,000 groups", { exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: "phone", exact: true }).check();
  await expect(findRegion(page, "Request URL")).toContainText("phone");

  await page.reload();
  await expect(idToken.getByText("20,000 groups", { exact: true })).toBeVisible();
  await expect(idToken.getByRole("button", { name: "Show all 20,000 groups" })).toBeEnabled();
});
