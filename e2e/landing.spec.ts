import type { Page, Request } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { readLayoutShifts } from "./support/layout-shifts.ts";
import {
  findRegion,
  findRuns,
  findSend,
  findVerdict,
  findVerdictHeading,
} from "./support/regions.ts";
import { clearResults, findChecks, openChecks } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";
import { signToken } from "./support/test-response.ts";

/** The beginning of every token: two parts of base64url that each hold a JSON object. */
const token = /eyJ[\w-]+\.eyJ[\w-]+/;

const foreignToken = signToken({ sub: "00u1", groups: ["IT"] });

/** Every address in this tab's history, as far as the page can read it. */
function readHistory(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => navigation.entries().map(({ url }) => url));
}

/** What the page's origin stores for this tab and for longer. */
function readStorage(page: Page) {
  return page.evaluate(() => ({
    tab: Object.entries(sessionStorage),
    forLonger: Object.entries(localStorage),
    cookies: document.cookie,
  }));
}

test("a response leaves the address bar and is nowhere in the history", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both" });
  const idToken = findRegion(page, "ID token");
  await idToken.getByRole("radio", { name: "Raw", exact: true }).check();
  await expect(idToken.getByRole("code").filter({ hasText: token })).toBeVisible();

  expect(new URL(page.url()).hash).toBe("");
  for (const step of ["goBack", "goBack", "goForward", "goForward"] as const) {
    await page[step]();
    await expect(page).toHaveURL(({ hash }) => hash === "");
    expect(page.url()).not.toMatch(token);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  }
});

for (const [place, address, kept] of [
  ["a set-up page", `./?setup=groups#id_token=${foreignToken}&state=s`, "?setup=groups"],
  [
    "a query",
    `./?server=default&id_token=${foreignToken}&access_token=a&state=s`,
    "?server=default",
  ],
  ["a query and a fragment", `./?code=c#id_token=${foreignToken}&state=s`, ""],
] as const)
  test(`a response in the address of ${place} is removed from it, and kept for the result @worker`, async ({
    page,
  }) => {
    await page.goto(address);
    await expect(page.getByRole("navigation", { name: "Pages", exact: true })).toBeVisible();
    await expect(page).toHaveURL(({ hash, search }) => hash === "" && search === kept);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);

    await page.getByRole("link", { name: "Explore", exact: true }).click();
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["IT"]);
    await expect(findVerdictHeading(page)).toContainText("Don’t trust this response");
  });

test("a response in a link to the demo org is removed from the address", {
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
  await page.goto(`${link}#id_token=${foreignToken}&state=s`);
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  expect(page.url()).toBe(link.href);
  expect((await readHistory(page)).join("\n")).not.toMatch(token);
});

test("a response in the address of the demo org's own pages is removed from it @worker", {
  tag: "@worker",
}, async ({ page, baseURL, startRequest }) => {
  const signInPage = await startRequest();
  for (const path of ["demo-org/", "demo-org/nothing", "demo-org/oauth2/v1/logout"]) {
    const address = new URL(path, baseURL).href;
    await page.goto(`${address}?code=${foreignToken}&state=s#id_token=${foreignToken}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(page.url()).toBe(`${address}?state=s`);
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  }
  await page.goto(`${signInPage}#id_token=${foreignToken}`);
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  await expect(page).toHaveURL(signInPage.href);
});

for (const address of [
  `./#/implicit/callback#id_token=${foreignToken}&state=s`,
  `./#/callback?code=${foreignToken}&state=s`,
  "./#/callback?error=access_denied&state=s",
  `./?/callback?code=${foreignToken}&state=s`,
]) {
  const route = address.slice(2).split("=")[0];
  test(`a response behind a route is found, explained and cleared: ${route} @worker`, async ({
    page,
  }) => {
    await page.goto(address);
    await expect(findVerdictHeading(page)).toHaveText("The URL has a route before the response");
    await expect(findVerdict(page)).not.toContainText(/groups claim/i);
    await expect(page).toHaveURL(({ hash, search }) => hash + search === "");
    expect((await readHistory(page)).join("\n")).not.toMatch(token);
  });
}

test("a fragment that is no response stays, and is no error @worker", async ({ page }) => {
  await page.goto("./#section");
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findSend(page)).toBeVisible();
  await expect(page).toHaveURL(({ hash }) => hash === "#section");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(findVerdict(page)).toHaveCount(0);
});

test("results survive a reload in their own tab only, until they are cleared @worker", async ({
  page,
  context,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both" });
  await page.reload();
  await expect(findClaim(findRegion(page, "ID token"), "sub")).toBeVisible();
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

  await page.getByRole("button", { name: "Clear results", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /keep|cancel/i })
    .click();
  await expect(findRuns(page)).toHaveCount(1);

  await clearResults(page);
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findVerdict(page)).toHaveCount(0);
  expect((await readStorage(page)).tab).toEqual([]);
  await page.reload();
  await expect(findRegion(page, "Prediction")).toBeVisible();
  await expect(findRuns(page)).toHaveCount(0);
});

test("a token is sent to its issuer only, and the page contacts nobody else", async ({
  page,
  context,
  sendRequest,
  orgUrl,
}) => {
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await sendRequest({ tokenType: "Both", scopes: ["openid", "groups"] });
  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findClaim(userInfo, "groups")).toBeVisible();
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();

  const origins = new Set(requests.map((request) => new URL(request.url()).origin));
  expect(origins).toEqual(new Set([new URL(page.url()).origin, new URL(orgUrl).origin]));
  // Browsers don't send the fragment.
  for (const request of requests) {
    expect(request.url().split("#")[0]).not.toMatch(token);
    expect(request.postData() ?? "").not.toMatch(token);
  }
  const bearers = requests.filter((request) => token.test(JSON.stringify(request.headers())));
  expect(bearers.map((request) => request.url())).toEqual([`${orgUrl}/oauth2/v1/userinfo`]);
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

test("the result stays where it first appears, whatever loads around it @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
  await expect(findVerdictHeading(page)).toBeInViewport();

  // A word that replaces another one is a little wider. Nobody notices as small a shift.
  const moved = (await readLayoutShifts(page)).reduce((sum, shift) => sum + shift, 0);
  expect(moved).toBeLessThan(0.005);
});

test("the page sends the next request without a reload and shows the newest response @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });
  await expect(findClaim(findRegion(page, "ID token"), "sub")).toBeVisible();

  await sendRequest({ server: "Custom", tokenType: "Access token" });
  await expect(findClaim(findRegion(page, "Access token"), "GroupsClaim")).toBeVisible();
  await expect(findRegion(page, "ID token").getByRole("table")).toHaveCount(0);
  await openChecks(page);
  await expect(findChecks(page, "Pass").filter({ hasText: "State" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "email", exact: true })).not.toBeChecked();
});

test("a tab that has sent a request loads a result’s code while the page’s own is on its way", {
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
