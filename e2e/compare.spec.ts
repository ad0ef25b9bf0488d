import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { changeOrg, sendFromPage } from "./support/causes/change-org.ts";
import { setAppFilter } from "./support/causes/org-changes.ts";
import { findRuns, findTable, findVerdict, openTab } from "./support/regions.ts";
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

test("one button sends both requests and lands on their comparison, groups first, also on a phone", {
  tag: "@worker",
}, async ({ page, openPage, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const sent = watchRequests(page);
  await openPage();
  await startComparison(page);
  await signIn();

  const comparison = findComparison(page);
  await expect(comparison.getByRole("columnheader")).toHaveText([/Claim/, /Fat/, /Thin/]);
  await expect(findRow(page, "groups").getByRole("list")).toBeInViewport();
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

test("a groups claim of another name is counted and named", {
  tag: "@worker",
}, async ({ page, openPage, orgUrl, signIn }) => {
  await openPage();
  await expect(page.getByRole("button", { name: "Compare fat and thin" })).toBeEnabled();
  await changeOrg(sendFromPage(page), orgUrl, [setAppFilter("REGEX", ".*", "roles")]);
  await startComparison(page);
  await signIn();

  await expect(findRow(page, "roles").getByRole("listitem")).toHaveText(["Everyone", "IT"]);
  await expect(findRuns(page).first()).toContainText("2 groups");
  await expect(page.getByText(/it lacks\sroles and/)).toBeVisible();
  await openTab(page, "Map");
  const map = findTable(page, "Where groups go");
  await expect(map).toContainText(/2 groups in roles · fat.*run 1/);
  await expect(map).not.toContainText("Not as predicted");

  // The claim of these runs stays a groups claim after an admin renames it.
  await changeOrg(sendFromPage(page), orgUrl, [setAppFilter("REGEX", ".*", "teams")]);
  await findRuns(page).first().click();
  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    await expect(findVerdict(page)).toContainText("2 groups");
    await expect(page.getByText("Reading the demo org’s set-up")).toHaveCount(0);
    await expect(findRuns(page).first()).toContainText("2 groups");
  }
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
  // The org has no session for this response, as if the session had ended right after the sign-in.
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
