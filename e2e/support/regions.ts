import type { Locator, Page } from "playwright/test";

/** One part of the page, by the heading that names it. */
export function findRegion(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** A table by its caption. */
export function findTable(within: Page | Locator, name: string): Locator {
  return within.getByRole("table", { name, exact: true });
}

/** The form of the request. */
export function findRequestForm(page: Page): Locator {
  return page.getByRole("form", { name: "Request", exact: true });
}

/** The button that sends the request. */
export function findSend(page: Page): Locator {
  return page.getByRole("button", { name: /^Send (request|again)$/ });
}

/** Opens the choice of the org below the shell's org button. */
export async function openOrgChoice(page: Page): Promise<Locator> {
  const popover = page.getByRole("dialog", { name: "Okta org", exact: true });
  if (!(await popover.isVisible())) await page.getByRole("button", { name: /^Okta org: / }).click();
  return popover;
}
