import type { Page, Request } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim } from "./support/claims.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import { findRegion } from "./support/regions.ts";

/** What every token begins with: two parts of base64url that each hold a JSON object. */
const token = /eyJ[\w-]+\.eyJ[\w-]+/;

/** Every address of this tab's history that the page may know of. */
function readHistory(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => navigation.entries().map(({ url }) => url));
}

/** What the page's origin keeps for this tab, and for longer. */
function readStorage(page: Page) {
  return page.evaluate(() => ({
    tab: Object.entries(sessionStorage),
    forLonger: Object.entries(localStorage),
    cookies: document.cookie,
  }));
}

test("an answer leaves the address bar, and is nowhere in the history", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both" });
  const idToken = findRegion(page, "ID token");
  await idToken.getByText("as it came").click();
  await expect(idToken.getByText(token)).toBeVisible();

  expect(new URL(page.url()).hash).toBe("");
  for (const step of ["goBack", "goBack", "goForward", "goForward"] as const) {
    await page[step]();
    await expect(page).toHaveURL(({ hash }) => hash === "");
    expect(page.url()).not.toMatch(token);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  }
});

test("an answer outlives a reload in its own tab alone, until it is forgotten", async ({
  page,
  context,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both" });
  await page.reload();
  await expect(findClaim(findRegion(page, "ID token"), "sub")).toBeVisible();
  const kept = await readStorage(page);
  expect(JSON.stringify(kept.tab)).toMatch(token);
  expect(kept.tab.filter(([key]) => !key.startsWith("groups-explorer:"))).toEqual([]);
  expect(kept).toMatchObject({ forLonger: [], cookies: "" });

  const otherTab = await context.newPage();
  await otherTab.goto("./");
  await expect(findRegion(otherTab, "Compare")).toBeVisible();
  await expect(findRegion(otherTab, "Response")).toHaveCount(0);
  await expect(otherTab.getByRole("list", { name: "Runs of this tab" })).toHaveCount(0);
  await otherTab.close();

  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(findRegion(page, "Response")).toHaveCount(0);
  expect((await readStorage(page)).tab).toEqual([]);
  await page.reload();
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findRegion(page, "Response")).toHaveCount(0);
});

test("a token goes to nobody but its issuer, and nobody else is spoken to", async ({
  page,
  context,
  sendRequest,
  orgUrl,
}) => {
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await sendRequest({ tokenType: "Both", scopes: ["openid", "groups"] });
  await page.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findClaim(findRegion(page, "UserInfo"), "groups")).toBeVisible();
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();

  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  expect(origins).toEqual(new Set([new URL(page.url()).origin, new URL(orgUrl).origin]));
  // No browser sends what is behind the `#`.
  for (const request of requests) {
    expect(request.url().split("#")[0]).not.toMatch(token);
    expect(request.postData() ?? "").not.toMatch(token);
  }
  const bearers = requests.filter((request) => token.test(JSON.stringify(request.headers())));
  expect(bearers.map((request) => request.url())).toEqual([`${orgUrl}/oauth2/v1/userinfo`]);
});

test("the claims are shown while the network is still silent", { tag: "@node" }, async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  const unanswered: string[] = [];
  await page.route(`${orgUrl}/**`, async (route) => {
    if (route.request().isNavigationRequest()) await route.continue();
    else unanswered.push(route.request().url());
  });
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "groups")).toContainText("Everyone");
  await expect(idToken).toContainText("Fat ID token");
  await expect(findRegion(page, "Checks").getByRole("status")).toHaveText("Checking signatures…");
  await expect(idToken).toContainText("Decoded, being verified");
  expect(unanswered).toContain(`${orgUrl}/.well-known/openid-configuration`);
});

test("an answer stays where it is first seen, whatever comes around it", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^What came back/ })).toBeInViewport();

  // A word that takes the place of another is a little shorter: nobody sees more than that.
  const moved = (await readLayoutShifts(page)).reduce((sum, shift) => sum + shift, 0);
  expect(moved).toBeLessThan(0.005);
});

test("the page that was landed on sends the next request without being loaded anew", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });
  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "sub")).toBeVisible();

  await sendRequest({ server: "Custom", tokenType: "Access token" });
  await expect(findClaim(findRegion(page, "Access token"), "GroupsClaim")).toBeVisible();
  await expect(idToken).toHaveCount(0);
  const checks = findRegion(page, "Checks").getByRole("listitem");
  await expect(checks.filter({ hasText: "Request: State." })).toHaveText(/^Pass/);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "email", exact: true })).not.toBeChecked();
});
