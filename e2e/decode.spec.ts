import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit, findViolations } from "./support/appearance.ts";
import { findGroups } from "./support/claims.ts";
import { tabTo } from "./support/keyboard.ts";
import { findRegion, findSend, findTable, findVerdict } from "./support/regions.ts";

const itUser = "it.user@example.com";

function findBox(page: Page) {
  return page.getByRole("textbox", { name: "Token, URL or response", exact: true });
}

/** Copies the token of a slot with the page's button. */
async function copyToken(page: Page, slot: string): Promise<string> {
  await findRegion(page, slot).getByRole("button", { name: /token/i }).click();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Records the addresses of the page's requests to orgs. */
function watchRequests(page: Page): readonly string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (/\.well-known|\/v1\//.test(request.url())) urls.push(request.url());
  });
  return urls;
}

test("the decoder shows a token of the org, and verifies it only after a click", {
  tag: "@node",
}, async ({ page, context, orgUrl, sendRequest }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await sendRequest({ person: itUser });
  const token = await copyToken(page, "ID token");
  await page.getByRole("link", { name: "Decode", exact: true }).click();
  await expect(findBox(page)).toBeFocused();
  const requests = watchRequests(page);
  await findBox(page).fill(`Authorization: Bearer ${token}`);
  await expect(findVerdict(page)).toContainText("Groups are in the ID token");
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findRegion(page, "ID token")).toContainText("Not verified");
  expect(requests).toEqual([]);

  await page.getByRole("button", { name: `Verify with ${new URL(orgUrl).host}` }).click();
  await expect(findRegion(page, "ID token").getByText("Verified", { exact: true })).toBeVisible();
  expect(requests.every((url) => url.startsWith(orgUrl) && !url.includes("eyJ"))).toBe(true);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, history.state]));
  expect(kept + page.url()).not.toContain("eyJ");

  await findRegion(page, "Compare").getByRole("heading", { name: "Compare" }).click();
  await expect(findTable(page, "Comparison")).toContainText("Pasted");
  await expect(
    page.getByRole("heading", { name: "0 differences" }).or(page.getByText(/^No differences/)),
  ).toBeVisible();

  await page.reload();
  await expect(findBox(page)).toHaveValue("");
});

test("the decoder presets the request of a thin token, changed so that the next token has groups @worker", async ({
  page,
  context,
  sendRequest,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await sendRequest({ tokenType: "Both", person: itUser });
  const idToken = await copyToken(page, "ID token");
  const accessToken = await copyToken(page, "Access token");
  await page.goto("./?decode");
  await findBox(page).fill(
    `https://app.example.com/cb#id_token=${idToken}&access_token=${accessToken}&token_type=Bearer&expires_in=3600&scope=openid+profile+email+groups&state=s`,
  );
  await expect(findVerdict(page)).toContainText("No groups: the ID token is thin");
  await page.getByRole("link", { name: "Request the ID token only" }).click();
  await findSend(page).click();
  await expect(findVerdict(page)).toContainText("in the ID token");
});

test("the decoder works by keyboard alone, at 390 px, and axe finds no violations @worker", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./?decode");
  for (const name of ["Callback URL", "Cut-off token", "Authorize URL", "Error URL"]) {
    await expect(findBox(page)).toBeFocused();
    await tabTo(page.getByRole("button", { name }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Found" })).toBeVisible();
    await expectToFit(page);
    expect.soft(await findViolations(page), name).toEqual([]);
    const clear = page.getByRole("button", { name: "Clear" });
    await clear.focus();
    await page.keyboard.press("Enter");
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("button", { name: "Callback URL" }).click();
  await page.getByRole("button", { name: "Verify offline" }).click();
  await findRegion(page, "Compare").getByRole("heading", { name: "Compare" }).click();
  await expect(findTable(page, "Comparison")).toBeHidden();
  expect.soft(await findViolations(page), "everything open").toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectToFit(page);
});
