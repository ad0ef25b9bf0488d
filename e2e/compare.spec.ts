import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { buildIdTokenClaims, land, signToken } from "./support/hand-made-answer.ts";
import { findRegion, findTable } from "./support/regions.ts";

/** One element a run, the newest first. */
function findCards(page: Page) {
  return page.getByRole("list", { name: "Runs of this tab" }).getByRole("listitem");
}

function findComparison(page: Page) {
  return findTable(findRegion(page, "Compare"), "Comparison");
}

/** The row of one claim in the comparison. */
function findRow(page: Page, claim: string) {
  return findComparison(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: claim, exact: true }) });
}

function startComparison(page: Page) {
  return page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
}

/** The authorization requests that leave the page, as they are sent: what they ask for, and whether silently. */
function watchRequests(page: Page) {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (!request.isNavigationRequest() || !request.url().includes("/v1/authorize?")) return;
    const { searchParams } = new URL(request.url());
    sent.push([searchParams.get("response_type"), searchParams.get("prompt")].join(" ").trim());
  });
  return sent;
}

test("one button makes both requests and lands on their comparison, the groups first", async ({
  page,
  openPage,
  signIn,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await signIn();

  await expect(findComparison(page).getByRole("columnheader")).toHaveText([
    "Claim",
    "Run 1: Fat ID token",
    "Run 2: Thin ID token",
  ]);
  expect(sent).toEqual(["id_token", "id_token token none"]);
  await expect(findComparison(page).getByRole("rowheader").first()).toHaveAccessibleName("groups");
  const groups = findRow(page, "groups");
  await expect(groups).toHaveAttribute("data-difference", "only-left");
  await expect(groups.getByRole("listitem")).toHaveText(["Everyone", "IT"]);
  await expect(groups.getByRole("cell")).toHaveText([/2 groups/, "not there"]);
  for (const [claim, difference] of [
    ["given_name", "only-left"],
    ["at_hash", "only-right"],
    ["jti", "changed"],
  ] as const)
    await expect(findRow(page, claim)).toHaveAttribute("data-difference", difference);
  await expect(findRow(page, "sub")).toContainText("00uixa271s6x7qt8I0h7");
  await expect(findRow(page, "sub")).not.toHaveAttribute("data-difference");
  await expect(page.getByRole("alert")).toHaveCount(0);

  await page.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findRegion(page, "UserInfo").getByRole("table")).toBeVisible();
  await page.getByRole("combobox", { name: "Left" }).selectOption("Run 2: Thin ID token");
  await page.getByRole("combobox", { name: "Right" }).selectOption("Run 2: UserInfo");
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-right");
  await expect(findRow(page, "given_name")).toHaveAttribute("data-difference", "only-right");
  await expect(findRow(page, "nonce")).toHaveAttribute("data-difference", "only-left");
  await expect(findRow(page, "name")).not.toHaveAttribute("data-difference");
});

test("on a telephone, too, the groups row is seen at once", async ({ page, openPage, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openPage();
  await startComparison(page);
  await signIn();
  await expect(page.getByRole("heading", { name: "Compare", exact: true })).toBeFocused();
  await expect(findRow(page, "groups").getByRole("list")).toBeInViewport();
});

test("where the second request needs the person, the page says so and lets them go on", async ({
  page,
  openPage,
  signIn,
  orgUrl,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  // An answer to the first without anybody signed in: as if the session had ended right after it.
  const request = new URL(page.url());
  await land(page, request, { id_token: signToken(buildIdTokenClaims(request, orgUrl)) });

  const alert = findRegion(page, "Compare").getByRole("alert");
  await expect(alert).toContainText("could not be answered without you");
  await expect(alert).toContainText("login_required");
  await expect(findCards(page)).toHaveText([/login_required/, /Fat ID token/]);
  await alert.getByRole("button", { name: "Sign in for the second request" }).click();
  await signIn();

  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-left");
  await expect(findComparison(page).getByRole("columnheader")).toHaveText([
    "Claim",
    "Run 1: Fat ID token",
    "Run 3: Thin ID token",
  ]);
  await expect(alert).toHaveCount(0);
  expect(sent).toEqual(["id_token", "id_token token none", "id_token token"]);
});

test("where the first request is refused, the comparison ends there", async ({
  page,
  openPage,
  signIn,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await signIn("outside.user@example.com");

  await expect(page.getByRole("alert")).toContainText("access_denied");
  await expect(findCards(page)).toHaveText([/access_denied/]);
  await expect(findComparison(page)).toHaveCount(0);
  expect(sent).toEqual(["id_token"]);
});

test("each run of the tab is kept as a card, and any two can be laid side by side", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await expect(findCards(page)).toHaveCount(1);
  await expect(findComparison(page)).toHaveCount(0);
  await sendRequest({
    server: "Custom",
    tokenType: "Access token",
    scopes: ["openid"],
  });

  const [newest, oldest] = [findCards(page).first(), findCards(page).last()];
  for (const words of [
    "Run 2: Access token",
    "access token, custom authorization server default",
    "openid",
    "it.user@example.com",
    "2 in GroupsClaim (Access token)",
    "Shown above",
  ])
    await expect(newest).toContainText(words);
  for (const words of [
    "Run 1: Fat ID token",
    "ID token, org authorization server",
    "openid profile groups",
    "it.user@example.com",
    "2 in groups (Fat ID token)",
  ])
    await expect(oldest).toContainText(words);
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-left");
  await expect(findRow(page, "GroupsClaim")).toHaveAttribute("data-difference", "only-right");

  await page.getByRole("combobox", { name: "Left" }).selectOption("Run 2: Access token");
  await page.getByRole("combobox", { name: "Right" }).selectOption("Run 1: Fat ID token");
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-right");

  await page.reload();
  await expect(findCards(page)).toHaveText([/Run 2: Access token/, /Run 1: Fat ID token/]);
  await page.getByRole("button", { name: "Show run 1" }).click();
  await expect(findRegion(page, "ID token")).toContainText("Fat ID token");
  await expect(findRegion(page, "Access token")).toHaveCount(0);

  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(findCards(page)).toHaveCount(0);
  await expect(findComparison(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Compare fat and thin" })).toBeVisible();
  await expect(findCards(page)).toHaveCount(0);
});
