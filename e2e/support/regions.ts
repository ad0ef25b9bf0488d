import type { Locator, Page } from "playwright/test";

/** One part of the page, by the heading that names it. */
export function findRegion(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** A table by its caption. */
export function findTable(within: Page | Locator, name: string): Locator {
  return within.getByRole("table", { name, exact: true });
}

/** What sends the request of the form. */
export function findSend(page: Page): Locator {
  return page.getByRole("button", { name: "Send request", exact: true });
}
