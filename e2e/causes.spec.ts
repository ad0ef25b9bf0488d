import type { Locator, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import type { CauseRow } from "./support/causes/cause-row.ts";
import { changeOrg, sendFromPage } from "./support/causes/change-org.ts";
import { placementCauses, valueCauses } from "./support/causes/claim-causes.ts";
import { refusalCauses } from "./support/causes/refusal-causes.ts";
import { requestCauses } from "./support/causes/request-causes.ts";
import { findSend, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * Sets up causes of missing groups in an org: the page lists the right cause first, and after its button or steps the
 * token has the groups. `src/causes-hold.test.ts` tests every known cause without a browser. This file tests one cause for
 * each kind of fix that other files don't test: `groups.spec.ts` sends another request, `guide-tokens.spec.ts` calls
 * UserInfo, and `refusals.spec.ts` continues after a refusal.
 */
const shown = {
  "a button that sends the same request": "29, 32: the set-up changed after the token was issued",
  "a button that changes the set-up": "14: the filter matches only some groups",
  "steps of an admin": "12: the user is in no group that matches",
};
const rows = [...requestCauses, ...placementCauses, ...valueCauses, ...refusalCauses];

for (const [fix, cause] of Object.entries(shown))
  test(`${fix}: ${cause} @worker`, async ({ page, orgUrl }) => {
    const row = rows.find((known) => known.cause === cause);
    if (!row) throw new Error(`No row has the cause ${cause}.`);
    const send = sendFromPage(page);
    await page.goto(buildLink(row));
    await expect(findSend(page)).toBeEnabled();
    await changeOrg(send, orgUrl, row.setUp);

    await sendRequest(page, row);
    if (row.later) {
      await changeOrg(send, orgUrl, row.later);
      await page.reload();
    }
    await expect(findVerdictHeading(page)).toHaveText(row.heading);
    if (row.incomplete) await expect(findVerdict(page)).toContainText(row.incomplete);

    if ("button" in row.fix) {
      const button = findVerdict(page).getByRole("button", { name: row.fix.button }).first();
      if (row.fix.staysOnPage) await button.click();
      else await leaveWith(page, button, row);
    } else {
      await changeOrg(send, orgUrl, row.fix.steps);
      await sendRequest(page, row);
    }
    const groups = findVerdict(page).getByRole("listitem");
    for (const group of row.groups)
      await expect(groups.getByText(group, { exact: true }).first()).toBeVisible();
  });

function buildLink({ request, person = nodeOrg.username }: CauseRow): string {
  return `./?${new URLSearchParams({ ...request, person })}`;
}

function sendRequest(page: Page, row: CauseRow): Promise<void> {
  return leaveWith(page, findSend(page), row);
}

/** Waits until the page is left, because it may show an earlier result until then. */
async function leaveWith(page: Page, button: Locator, row: CauseRow): Promise<void> {
  const leaving = page.waitForEvent("domcontentloaded");
  await button.click();
  await leaving;
  await signInIfAsked(page, row);
}

/** Signs in if a sign-in page appears: not with a session, and not if the org refuses the request before. */
async function signInIfAsked(page: Page, { person = nodeOrg.username }: CauseRow): Promise<void> {
  const username = page.getByRole("textbox", { name: "Username" });
  await expect(username.or(findVerdict(page)).first()).toBeVisible();
  if (await username.isVisible())
    await page.getByRole("button", { name: person, exact: true }).click();
  await expect(findVerdict(page)).toBeVisible();
}
