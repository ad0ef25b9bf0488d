import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findClaim } from "./support/claims.ts";
import { findRegion, findRuns, findTable, findVerdict, openTab } from "./support/regions.ts";
import { buildIdTokenClaims, openWithResponse, signToken } from "./support/test-response.ts";

function findComparison(page: Page): Locator {
  return findTable(page, "Comparison");
}

/** The row of one claim in the comparison. */
function findRow(page: Page, claim: string): Locator {
  return findComparison(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: claim, exact: true }) });
}

async function chooseSide(page: Page, side: "Left" | "Right", option: RegExp): Promise<void> {
  const select = page.getByRole("combobox", { name: side, exact: true });
  const name = await select.getByRole("option").filter({ hasText: option }).first().textContent();
  await select.selectOption(name);
}

/** Sends both requests from the form, as far as the org's sign-in page. */
async function startComparison(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
}

/** The authorization requests that the page sends: response type and prompt. */
function watchRequests(page: Page): readonly string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (!request.isNavigationRequest() || !request.url().includes("/v1/authorize?")) return;
    const { searchParams } = new URL(request.url());
    sent.push([searchParams.get("response_type"), searchParams.get("prompt")].join(" ").trim());
  });
  return sent;
}

test("one button sends both requests and lands on their comparison, groups first", async ({
  page,
  openPage,
  signIn,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await signIn();

  const comparison = findComparison(page);
  await expect(comparison.getByRole("columnheader")).toHaveText([/Claim/, /Fat/, /Thin/]);
  expect(sent).toEqual(["id_token", "id_token token none"]);
  await expect(page.getByRole("tab", { name: "Compare" })).toHaveAttribute("aria-selected", "true");
  await expect(comparison.getByRole("rowheader").first()).toHaveAccessibleName("groups");
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-left");
  await expect(findRow(page, "groups").getByRole("listitem")).toHaveText(["Everyone", "IT"]);
  await expect(comparison.getByRole("img", { name: /^Weight strip: / })).toHaveCount(2);
  for (const [claim, difference] of [
    ["given_name", "only-left"],
    ["at_hash", "only-right"],
    ["jti", "changed"],
  ] as const)
    await expect(findRow(page, claim)).toHaveAttribute("data-difference", difference);

  await expect(findRow(page, "sub")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Show same claims" }).check();
  await expect(findRow(page, "sub")).toContainText("00uixa271s6x7qt8I0h7");
  await expect(findRow(page, "sub")).not.toHaveAttribute("data-difference");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("any two claims sets of this tab can be compared, UserInfo too @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both", scopes: ["openid", "profile", "groups"] });
  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findClaim(userInfo, "groups")).toBeVisible();
  await sendRequest({ server: "Custom", tokenType: "Access token", scopes: ["openid"] });

  await openTab(page, "Compare");
  await chooseSide(page, "Left", /^1 .*thin ID token/);
  await chooseSide(page, "Right", /^1 .*UserInfo/);
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-right");
  await expect(findRow(page, "given_name")).toHaveAttribute("data-difference", "only-right");
  await expect(findRow(page, "nonce")).toHaveAttribute("data-difference", "only-left");

  await chooseSide(page, "Left", /UserInfo/);
  await chooseSide(page, "Right", /^2 .*Access token/);
  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-left");
  await expect(findRow(page, "GroupsClaim")).toHaveAttribute("data-difference", "only-right");
});

test("a phone shows the groups row of a comparison first @worker", async ({
  page,
  openPage,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage();
  await startComparison(page);
  await signIn();
  await expect(findRow(page, "groups").getByRole("list")).toBeInViewport();
});

test("a second request that needs the user says so and can be sent again @worker", async ({
  page,
  openPage,
  signIn,
  orgUrl,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  // A response without a session at the org, as if the session had ended right after the sign-in.
  const request = new URL(page.url());
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  await openWithResponse(page, request, { id_token: idToken });

  const main = page.getByRole("main");
  await expect(main).toContainText("login_required");
  await expect(findRuns(page).first()).toContainText("2 groups");
  await expect(findRuns(page).nth(1)).toContainText("refused");
  await main.getByRole("button", { name: "Sign in for the second request" }).click();
  await signIn();

  await expect(findRow(page, "groups")).toHaveAttribute("data-difference", "only-left");
  await expect(findComparison(page).getByRole("columnheader")).toHaveText([
    /Claim/,
    /^1 .*Fat/,
    /^3 .*Thin/,
  ]);
  expect(sent).toEqual(["id_token", "id_token token none", "id_token token"]);
});

test("a comparison ends when the first request is refused @worker", async ({
  page,
  openPage,
  signIn,
}) => {
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await signIn("outside.user@example.com");

  await expect(findVerdict(page).getByRole("alert")).toContainText("access_denied");
  await expect(findRuns(page)).toHaveText([/refused/]);
  await expect(findComparison(page)).toHaveCount(0);
  expect(sent).toEqual(["id_token"]);
});

test("each run of the tab has a chip that shows it, also after a reload @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
  await sendRequest({ server: "Custom", tokenType: "Access token", scopes: ["openid"] });

  const chips = [/1 Org · ID token · 2 groups/, /2 default · access token · 2 groups/];
  await expect(findRuns(page)).toHaveText(chips);
  await expect(findRuns(page).last()).toHaveAttribute("aria-current", "true");

  await page.reload();
  await expect(findRuns(page)).toHaveText(chips);
  await findRuns(page).first().click();
  await expect(findRuns(page).first()).toHaveAttribute("aria-current", "true");
  await expect(findRegion(page, "ID token").getByRole("status")).toContainText("Fat ID token");
  await expect(findRegion(page, "Access token").getByRole("table")).toHaveCount(0);
});
