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

test("a code is exchanged once for a fat ID token with groups, and neither the code nor its verifier is kept", {
  tag: "@node",
}, async ({ page, chooseOrg, sendRequest }) => {
  await openWith(page, "code", chooseOrg);
  const sent: string[] = [];
  page.on("request", (request) => {
    const body = request.postData();
    if (request.method() === "POST" && body?.includes("code_verifier")) sent.push(body);
  });
  let landed = "";
  page.on("framenavigated", (frame) => {
    if (/#code=/.test(frame.url())) landed = frame.url();
  });
  await sendRequest({ scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(idToken, "at_hash")).toBeVisible();
  await expect(findRegion(page, "Access token")).toContainText("Opaque");
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();

  expect(sent).toHaveLength(1);
  const form = new URLSearchParams(sent[0]);
  expect(landed).toContain(`#code=${form.get("code")}`);
  const history = await page.evaluate(() => navigation.entries().map(({ url }) => url));
  expect(history.join(" ")).not.toContain(form.get("code"));
  expect(await readStorage(page)).not.toContain(form.get("code_verifier"));

  await page.reload();
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  await page.goto(landed);
  await expect(findVerdictHeading(page)).toContainText("already received");
  expect(sent).toHaveLength(1);
});

test("a custom server's code is exchanged for an access token with groups, beside the tokens in the redirect", {
  tag: "@worker",
}, async ({ page, chooseOrg, sendRequest }) => {
  await openWith(page, "code id_token token", chooseOrg);
  await sendRequest({ server: "Custom", scopes: ["openid", "profile"] });
  const accessToken = findRegion(page, "Access token");
  await expect(findGroups(accessToken, "GroupsClaim")).toHaveText(["Everyone", "IT"]);
  await expect(accessToken.getByText("Verified", { exact: true }).first()).toBeVisible();
  await expect(findRegion(page, "ID token").getByRole("status")).toContainText("Thin ID token");
  await openChecks(page);
  await expect(findChecks(page, "Pass").filter({ hasText: "Signature" }).first()).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
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
