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

/** Expects one alert with a way to go on, and an address without the response. */
async function expectOneAlert(page: Page, text: string | RegExp): Promise<void> {
  const alert = page.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(text);
  await expect(findVerdict(page).getByRole("button").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
}

test("a response that can't be parsed is explained, and its parameters are listed", {
  tag: "@worker",
}, async ({ page, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "Access token", scopes: ["openid", "email"] });
  const cases = [
    ["id_token=a.b.c&id_token=d.e.f", "more than once", "d.e.f"],
    ["error=access_denied&error_description=100%", "percent sign", "100%"],
    ["access_token=t&expires_in=soon", "expires_in", "soon"],
  ] as const;
  for (const [fragment, sentence, shown] of cases) {
    await page.goto(`./#${fragment}&state=${request.searchParams.get("state")}`);
    await expectOneAlert(page, sentence);
    await expect(await openResponse(page)).toContainText(shown);
  }

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
    [page, response],
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

test("a response counts once", { tag: "@worker" }, async ({ page, startRequest }) => {
  const request = await startRequest({ tokenType: "Both" });
  await openWithResponse(page, request, { error: "access_denied" });
  await expectOneAlert(page, "access_denied");

  await openWithResponse(page, request, { error: "access_denied" });
  await expectOneAlert(page, "already received");
  await findVerdict(page).getByRole("button", { name: /run 1/ }).click();
  await expect(findVerdictHeading(page)).not.toContainText("already received");
  await expect(findRuns(page).first()).toHaveAttribute("aria-current", "true");
});

test("forged responses do not push out a result that was requested @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
  await expect(findRuns(page)).toHaveText([/2 groups/]);
  for (let index = 0; index < 15; index++) {
    await page.evaluate((text) => {
      location.hash = text;
    }, `error=forged_${index}&state=forged`);
    await expect(findVerdict(page)).toContainText(`forged_${index}`);
  }

  await expect(findRuns(page).first()).toContainText("2 groups");
  await page.reload();
  await findRuns(page).first().click();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
});

test("a token that can't be decoded is explained in its slot, and shown as it was received", {
  tag: "@worker",
}, async ({ page, startRequest }) => {
  const request = await startRequest({ tokenType: "ID token" });
  const header = encodePart({ alg: "RS256" });
  const cases = [
    [`${header}.two`, "three parts"],
    [`${header}.a.b.c.d`, "encrypted"],
    [`${header}.${encodePart(["groups"])}.c2ln`, "not an object of claims"],
    [`${header}._____w.c2ln`, "not UTF-8"],
  ] as const;
  for (const [token, sentence] of cases) {
    await openWithResponse(page, request, { id_token: token });
    const slot = findRegion(page, "ID token");
    await expect(slot).toContainText(sentence);
    await expect(slot.getByRole("code")).toHaveText(token);
    await expect(slot.getByText("Verified", { exact: true })).toHaveCount(0);
    await expect(slot.getByRole("table")).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe("");
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
  // Text, because an object literal does not keep this name.
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

test("a token of a megabyte with 20,000 groups leaves the page usable @worker", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "ID token" });
  const groups = Array.from({ length: 20_000 }, (_, index) => `Department of number ${index + 1}`);
  const claims = { ...buildIdTokenClaims(request, orgUrl), groups };
  await openWithResponse(page, request, { id_token: signToken(claims) });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("20,000 groups", { exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: "phone", exact: true }).check();
  await expect(findRegion(page, "Request URL")).toContainText("phone");

  await page.reload();
  await expect(idToken.getByText("20,000 groups", { exact: true })).toBeVisible();
  await expect(idToken.getByRole("button", { name: "Show all 20,000 groups" })).toBeEnabled();
});

test("a very long part of a response is cut, and stays within the page", {
  tag: "@worker",
}, async ({ page, openPage }) => {
  await openPage();
  const long = "a".repeat(60_000);
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`c${index}`, 1]));
  const cases = [
    [`error=${long}`, "a…"],
    [`error=access_denied&error_description=${long}`, "a…"],
    [`id_token=x&${long}=1&${long}=2`, "a…"],
    [`id_token=${signToken({ sub: long })}`, /60,000 characters|aaa/],
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
});
