import type { APIRequestContext, Locator, Page } from "playwright/test";
import { test as base, expect } from "./fixtures.ts";
import type { CauseRow } from "./support/causes/cause-row.ts";
import { causesWithoutRow } from "./support/causes/causes-without-row.ts";
import { changeOrg, type SendCall, sendFromPage } from "./support/causes/change-org.ts";
import { placementCauses, valueCauses } from "./support/causes/claim-causes.ts";
import { refusalCauses } from "./support/causes/refusal-causes.ts";
import { requestCauses } from "./support/causes/request-causes.ts";
import { startOrgProcess } from "./support/org-process.ts";
import { findSend, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * Every known cause of missing groups, in an org that has it. Where the page reads the org's set-up, it must name the
 * cause first, and its button or steps must bring the groups. Elsewhere the cause must be among those it lists.
 */
type OwnOrg = { readonly url: string; readonly send: SendCall };

const test = base.extend<object, { ownOrg: OwnOrg | undefined }>({
  /** On Node, all tests of a worker share a process, and reset its org. */
  ownOrg: [
    async ({ playwright }, use, { project }) => {
      if (project.name !== "node") return use(undefined);
      const org = await startOrgProcess([]);
      const request = await playwright.request.newContext();
      await use({ url: org.url, send: sendFromNode(request) });
      await request.dispose();
      await org.stop();
    },
    { scope: "worker" },
  ],
});

const rows = [...requestCauses, ...placementCauses, ...valueCauses, ...refusalCauses];

test("each of the 35 numbered causes has a row, or a reason why not", () => {
  const numbers = [...rows, ...causesWithoutRow].flatMap(({ cause }) =>
    /^[\d, ]+(?=:)/.test(cause) ? cause.slice(0, cause.indexOf(":")).split(", ").map(Number) : [],
  );
  const all = Array.from({ length: 35 }, (_, index) => index + 1);
  expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(all);
});

for (const row of rows)
  test(row.cause, async ({ page, orgUrl, ownOrg }) => {
    const { url, send } = ownOrg ?? { url: orgUrl, send: sendFromPage(page) };
    if (ownOrg) await send("DELETE", `${url}/demo/v1/configuration`);
    await page.goto(buildLink(row, ownOrg));
    await expect(findSend(page)).toBeEnabled();
    await changeOrg(send, url, row.setUp);

    await sendRequest(page, row);
    if (row.later) {
      await changeOrg(send, url, row.later);
      await page.reload();
    }
    const heading = findVerdictHeading(page);
    if (ownOrg) {
      if (row.isFirstElsewhere) await expect(heading).toHaveText(row.elsewhere ?? row.heading);
      else await expectAmongCauses(page, row.elsewhere ?? row.heading);
      return;
    }
    await expect(heading).toHaveText(row.heading);
    if (row.incomplete) await expect(findVerdict(page)).toContainText(row.incomplete);

    if ("button" in row.fix) {
      const button = findVerdict(page).getByRole("button", { name: row.fix.button }).first();
      if (row.fix.staysOnPage) await button.click();
      else await leaveWith(page, button, row);
    } else {
      await changeOrg(send, url, row.fix.steps);
      await sendRequest(page, row);
    }
    const groups = findVerdict(page).getByRole("listitem");
    for (const group of row.groups)
      await expect(groups.getByText(group, { exact: true }).first()).toBeVisible();
  });

function buildLink({ request, person = nodeOrg.username }: CauseRow, org: OwnOrg | undefined) {
  const parameters = new URLSearchParams(request);
  if (org) {
    parameters.set("org", org.url);
    parameters.set("client_id", nodeOrg.clientId);
  } else {
    parameters.set("person", person);
  }
  return `./?${parameters}`;
}

function sendRequest(page: Page, row: CauseRow): Promise<void> {
  return leaveWith(page, findSend(page), row);
}

/** Until the page is left it may show an earlier result. */
async function leaveWith(page: Page, button: Locator, row: CauseRow): Promise<void> {
  const leaving = page.waitForEvent("domcontentloaded");
  await button.click();
  await leaving;
  await signInIfAsked(page, row);
}

/** A session lasts for the second request, and some requests are refused before anybody signs in. */
async function signInIfAsked(page: Page, { person = nodeOrg.username }: CauseRow): Promise<void> {
  const username = page.getByRole("textbox", { name: "Username" });
  await expect(username.or(findVerdict(page)).first()).toBeVisible();
  if (await username.isVisible())
    await page.getByRole("button", { name: person, exact: true }).click();
  await expect(findVerdict(page)).toBeVisible();
}

async function expectAmongCauses(page: Page, title: RegExp): Promise<void> {
  const titles = findVerdict(page).locator("h2, h3").filter({ hasText: title });
  await expect(titles.first()).toBeAttached();
}

function sendFromNode(request: APIRequestContext): SendCall {
  return async (method, url, body) => {
    const headers = { Authorization: "SSWS demo-api-token" };
    const response = await request.fetch(url, {
      method,
      headers,
      ...(body !== undefined && { data: body }),
    });
    return { status: response.status(), text: await response.text() };
  };
}
