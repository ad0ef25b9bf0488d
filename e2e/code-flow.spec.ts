import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { findChecks, openChecks } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";

/** Opens the page with a response type, as a link presets it. */
async function openWith(page: Page, responseType: string, chooseOrg: () => Promise<void>) {
  await page.goto(`./?token=${encodeURIComponent(responseType)}`);
  await chooseOrg();
}

/** Everything that this tab stores. */
function readStorage(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
}

test("a code is exchanged for a fat ID token with groups, and for an access token", async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await openWith(page, "code", chooseOrg);
  await sendRequest({ scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(idToken, "at_hash")).toBeVisible();
  await expect(findRegion(page, "Access token")).toContainText("Opaque");
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();
});

test("a custom server's code is exchanged for an access token with groups", async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await openWith(page, "code", chooseOrg);
  await sendRequest({ server: "Custom", scopes: ["openid", "profile"] });

  await expect(findRegion(page, "ID token").getByRole("status")).toContainText("Thin ID token");
  const accessToken = findRegion(page, "Access token");
  await expect(findGroups(accessToken, "GroupsClaim")).toHaveText(["Everyone", "IT"]);
  await expect(accessToken.getByText("Verified", { exact: true })).toBeVisible();
});

for (const responseType of ["code", "code id_token", "code token", "code id_token token"])
  test(`the response to ${responseType} passes every check`, async ({
    page,
    chooseOrg,
    sendRequest,
  }) => {
    await openWith(page, responseType, chooseOrg);
    await sendRequest({ server: "Custom", scopes: ["openid", "profile"] });
    await expect(findRegion(page, "Access token")).toContainText("GroupsClaim");
    await openChecks(page);
    await expect(findChecks(page, "Pass").filter({ hasText: "Signature" }).first()).toBeVisible();
    await expect(findChecks(page, "Fail")).toHaveCount(0);
  });

test("the code leaves the address bar, and its verifier the tab once it is exchanged", async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await openWith(page, "code", chooseOrg);
  const requests: string[] = [];
  page.on("request", (request) => {
    const body = request.postData();
    if (request.method() === "POST" && body?.includes("code_verifier")) requests.push(body);
  });
  await sendRequest({ scopes: ["openid", "groups"] });
  await expect(findVerdictHeading(page)).toContainText("the ID token");

  expect(requests).toHaveLength(1);
  const form = new URLSearchParams(requests[0]);
  const history = await page.evaluate(() => navigation.entries().map(({ url }) => url));
  expect(history.join(" ")).not.toContain(form.get("code"));
  expect(await readStorage(page)).not.toContain(form.get("code_verifier"));

  await page.reload();
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  expect(requests).toHaveLength(1);
});

test("a code that is opened again is not exchanged again", async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await openWith(page, "code", chooseOrg);
  let landed = "";
  page.on("framenavigated", (frame) => {
    if (/#code=/.test(frame.url())) landed = frame.url();
  });
  await sendRequest({ scopes: ["openid", "groups"] });
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  expect(landed).toContain("#code=");

  let isSent = false;
  page.on("request", (request) => {
    if (/\/v1\/token$/.test(request.url())) isSent = true;
  });
  await page.goto(landed);
  await expect(findVerdictHeading(page)).toContainText("already received");
  expect(isSent).toBe(false);
});

// A service worker responds to the page before Playwright could change the request.
test("a refused code is explained in Okta's words", { tag: "@node" }, async ({
  page,
  chooseOrg,
  sendRequest,
}) => {
  await openWith(page, "code", chooseOrg);
  await page.route(/\/v1\/token$/, async (route) => {
    const body = new URLSearchParams(route.request().postData() ?? "");
    body.set("code_verifier", "another-verifier-another-verifier-another-verifier");
    await route.continue({ postData: body.toString() });
  });
  await sendRequest({ scopes: ["openid", "groups"] });
  await expect(findVerdictHeading(page)).toContainText("verifier doesn’t match");
  await expect(findVerdict(page)).toContainText("PKCE verification failed.");
});

test("nothing is sent to a token endpoint on another host before the user allows it", {
  tag: "@node",
}, async ({ page, chooseOrg, sendRequest }) => {
  const host = "tokens.example.com";
  const sent: URLSearchParams[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).host === host)
      sent.push(new URLSearchParams(request.postData() ?? ""));
  });
  const metadataUrl = `${nodeOrg.url}/.well-known/openid-configuration`;
  const metadata: object = await (await fetch(metadataUrl)).json();
  const headers = { "Access-Control-Allow-Origin": "*" };
  await page.route(metadataUrl, (route) =>
    route.fulfill({ headers, json: { ...metadata, token_endpoint: `https://${host}/token` } }),
  );
  await page.route(`https://${host}/token`, async (route) => {
    const response = await route.fetch({ url: `${nodeOrg.url}/oauth2/v1/token` });
    await route.fulfill({ response });
  });

  await openWith(page, "code", chooseOrg);
  await sendRequest({ scopes: ["openid", "groups"] });
  await expect(findVerdictHeading(page)).toHaveText("The token endpoint is on another host");
  await page.reload();
  const allow = findVerdict(page).getByRole("button", { name: `Send the code to ${host}` });
  await expect(allow).toBeVisible();
  expect(sent).toHaveLength(0);

  await allow.click();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.get("code_verifier")).toBeTruthy();
});
