import type { Locator, Page } from "playwright/test";

/** A region by its name. */
export function findRegion(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** A table by its name. */
export function findTable(within: Page | Locator, name: string): Locator {
  return within.getByRole("table", { name, exact: true });
}

export function findRequestForm(page: Page): Locator {
  return page.getByRole("form", { name: "Request", exact: true });
}

/** The form's button that sends the request. */
export function findSend(page: Page): Locator {
  return findRequestForm(page).getByRole("button", { name: /^Send (request|again)$/ });
}

/** Opens the org choice from the header. */
export async function openOrgChoice(page: Page): Promise<Locator> {
  const popover = page.getByRole("dialog", { name: "Okta org", exact: true });
  if (!(await popover.isVisible())) await page.getByRole("button", { name: /^Okta org: / }).click();
  return popover;
}

/** The verdict of the shown run: the region "Where are the groups?". */
export function findVerdict(page: Page): Locator {
  return findRegion(page, "Where are the groups?");
}

/** The verdict's heading, which gets the focus after a landing. */
export function findVerdictHeading(page: Page): Locator {
  return findVerdict(page).getByRole("heading").first();
}

/** The runs of this tab, one button each, the newest last. */
export function findRuns(page: Page): Locator {
  return page.getByRole("list", { name: "Runs", exact: true }).getByRole("button");
}

export async function openTab(page: Page, name: "Tokens" | "Compare" | "Map"): Promise<void> {
  await page
    .getByRole("tablist", { name: "Result views" })
    .getByRole("tab", { name, exact: true })
    .click();
}
