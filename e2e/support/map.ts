import { expect, type Locator, type Page } from "playwright/test";
import { findTable } from "./regions.ts";

function findMap(page: Page): Locator {
  return findTable(page, "Where groups go");
}

/** A cell of the map by its server, its request and its column. */
export function findCell(
  page: Page,
  server: string,
  request: string,
  place: "ID token" | "Access token" | "UserInfo",
): Locator {
  const header = (name: string) => page.getByRole("rowheader", { name, exact: true });
  const row = findMap(page)
    .getByRole("row")
    .filter({ has: header(server) })
    .filter({ has: header(request) });
  return row.getByRole("cell").nth(["ID token", "Access token", "UserInfo"].indexOf(place));
}

export function findFill(page: Page): Locator {
  return page.getByRole("button", { name: /^Fill the map/ });
}

/** Waits longer than usual, because each request of a fill opens the page anew. */
export async function waitUntilFilled(page: Page): Promise<void> {
  await expect(findFill(page)).toHaveText(/^Fill the map again/, { timeout: 60_000 });
}

/** Finds cells without a response yet, except those in which nothing is requested. */
export function findPredicted(page: Page): Locator {
  return findMap(page).locator('[data-evidence="predicted"]:not([data-groups="not-requested"])');
}

/** Opens the map of a page without runs. */
export async function openMap(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Map of all/ }).click();
  await expect(findFill(page)).toBeEnabled();
}

/** Everything that the map stores. */
export function readMapStorage(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify(Object.entries(sessionStorage).filter(([key]) => key.includes(":map-"))),
  );
}
