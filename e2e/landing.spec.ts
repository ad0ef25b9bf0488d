import type { Page, Request } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import { findRegion, findRuns, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { clearResults } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";
import { signToken } from "./support/test-response.ts";

/** The beginning of every token: two parts of base64url that each hold a JSON object. */
const token = /eyJ[\w-]+\.eyJ[\w-]+/;

const foreignToken = signToken({ sub: "00u1", groups: ["IT"] });

/** Every address in this tab's history, as far as the page can read it. */
function readHistory(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => navigation.entries().map(({ url }) => url));
}

/** Reads the tab's storage, the browser's storage for the page, and the cookies. */
function readStorage(page: Page) {
  return page.evaluate(() => ({
    tab: Object.entries(sessionStorage),
    forLonger: Object.entries(localStorage),
    cookies: document.cookie,
  }));
}

test("a response leaves no trace in the history, and its token is sent only to the issuer", {
  tag: "@node",
}, async ({ page, context, sendRequest, orgUrl }) => {
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await sendRequest({ tokenType: "Both", scopes: ["openid", "groups"] });
  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findClaim(userInfo, "groups")).toBeVisible();
  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();
  await idToken.getByRole("radio", { name: "Raw", exact: true }).check();
  await expect(idToken.getByRole("code").filter({ hasText: token })).toBeVisible();

  expect(new URL(page.url()).hash).toBe("");
  for (const step of ["goBack", "goBack", "goForward", "goForward"] as const) {
    await page[step]();
    await expect(page).toHaveURL(({ hash }) => hash === "");
    expect(page.url()).not.toMatch(token);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  }

  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  expect(origins).toEqual(new Set([new URL(page.url()).origin, new URL(orgUrl).origin]));
  // Compare without the fragment, which browsers don't send.
  for (const request of requests) {
    expect(request.url().split("#")[0]).not.toMatch(token);
    expect(request.postData() ?? "").not.toMatch(token);
  }
  const bearers = requests.filter((request) => token.test(JSON.stringify(request.headers())));
  expect(bearers.map((request) => request.url())).toEqual([`${orgUrl}/oauth2/v1/userinfo`]);
});

test("a response is removed from the address of any page, and kept for the result @worker", async ({
  page,
}) => {
  for (const [address, kept, heading] of [
    [
      `./?setup=groups#id_token=${foreignToken}&state=s`,
      "?setup=groups",
      "Don’t trust this response",
    ],
    [
      `./?server=default&code=c#id_token=${foreignToken}&state=s`,
      "?server=default",
      "Don’t trust this response",
    ],
    [`./#/callback?code=${foreignToken}&state=s`, "", "The URL has a route before the response"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("navigation", { name: "Pages", exact: true })).toBeVisible();
    await expect(page).toHaveURL(({ hash, search }) => hash === "" && search === kept);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);

    await page.getByRole("link", { name: "Explore", exact: true }).click();
    await expect(findVerdictHeading(page)).toContainText(heading);
  }
  await findRuns(page).first().click();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["IT"]);
});

test("a response is removed from the address of the demo org's own pages", {
  tag: "@worker",
}, async ({ page, baseURL }) => {
  const link = new URL("demo-org/oauth2/v1/authorize", baseURL);
  link.search = `${new URLSearchParams({
    client_id: nodeOrg.clientId,
    response_type: "id_token",
    scope: "openid",
    redirect_uri: new URL("./", baseURL).href,
    state: "s",
    nonce: "n",
  })}`;
  // The first visit is before the worker runs, the second with the worker.
  for (let visit = 1; visit <= 2; visit++) {
    await page.goto(`${link}#id_token=${foreignToken}&state=s`);
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    await expect(page).toHaveURL(link.href);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
    await page.goto("./demo-org/");
  }

  for (const path of ["demo-org/", "demo-org/nothing", "demo-org/oauth2/v1/logout"]) {
    const address = new URL(path, baseURL).href;
    await page.goto(`${address}?code=${foreignToken}&state=s#id_token=${foreignToken}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(page.url()).toBe(`${address}?state=s`);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  }
});

test("the runs of a tab survive a reload in this tab only, until they are cleared @worker", async ({
  page,
  context,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await sendRequest({ server: "Custom", tokenType: "Access token", scopes: ["openid"] });
  const chips = [/1 Org · ID token · 2 groups/, /2 default · access token · 2 groups/];
  await expect(findRuns(page)).toHaveText(chips);
  await expect(findRuns(page).last()).toHaveAttribute("aria-current", "true");
  await expect(findClaim(findRegion(page, "Access token"), "GroupsClaim")).toBeVisible();
  await expect(findRegion(page, "ID token").getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();

  await page.reload();
  await expect(findRuns(page)).toHaveText(chips);
  await findRuns(page).first().click();
  await expect(findRuns(page).first()).toHaveAttribute("aria-current", "true");
  await expect(findRegion(page, "ID token").getByRole("status")).toContainText("Fat ID token");
  await expect(findRegion(page, "Access token").getByRole("table")).toHaveCount(0);
  const stored = await readStorage(page);
  expect(JSON.stringify(stored.tab)).toMatch(token);
  expect(stored.tab.filter(([key]) => !key.startsWith("groups-explorer:"))).toEqual([]);
  expect(JSON.stringify(stored.forLonger)).not.toMatch(token);
  expect(stored.cookies).toBe("");

  const otherTab = await context.newPage();
  await otherTab.goto("./");
  await expect(findRegion(otherTab, "Prediction")).toBeVisible();
  await expect(findVerdict(otherTab)).toHaveCount(0);
  await expect(findRuns(otherTab)).toHaveCount(0);
  await otherTab.close();

  await clearResults(page);
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findVerdict(page)).toHaveCount(0);
  expect((await readStorage(page)).tab).toEqual([]);
  await page.reload();
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findRuns(page)).toHaveCount(0);
});

test("claims are shown before the network responds", { tag: "@node" }, async ({
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
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findRegion(page, "Checks")).toContainText(/checking/i);
  await expect(idToken).toContainText(/checking/i);
  await expect(idToken.getByText("Verified", { exact: true })).toHaveCount(0);
  // The page names no user before the signature is verified.
  await expect(findVerdict(page)).toContainText(/The token is about \S+\./);
  await expect.poll(() => unanswered).toContain(`${orgUrl}/.well-known/openid-configuration`);
});

test("the result does not move while other parts of the page load @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
  await expect(findVerdictHeading(page)).toBeInViewport();

  // Allow a small shift, which nobody notices: a word is replaced by a slightly wider one.
  const moved = (await readLayoutShifts(page)).reduce((sum, shift) => sum + shift, 0);
  expect(moved).toBeLessThan(0.005);
});

test("a tab that has sent a request loads a result’s code while the page’s own code is loading", {
  tag: "@worker",
}, async ({ page }) => {
  await page.route("**/main-*.js", (route) => route.abort());
  const requested: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  await page.goto("./");
  expect(requested.filter((url) => /\/(landing|results)-/.test(url))).toEqual([]);

  await page.evaluate(() => sessionStorage.setItem("groups-explorer:pending", "[]"));
  const loaded = ["landing", "results"].map((it) => page.waitForRequest(`**/${it}-*.js`));
  await page.reload();
  await Promise.all(loaded);
});
