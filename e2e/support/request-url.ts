import type { Locator, Page } from "playwright/test";
import { findRegion } from "./regions.ts";

/** The full URL of the request as the page shows it. */
export async function readRequestUrl(page: Page): Promise<string> {
  const text = await findRegion(page, "Request URL").textContent();
  return /https?:\S+/.exec(text ?? "")?.[0] ?? "";
}

/** The request URL as its endpoint and its decoded parameters. */
export async function readRequest(page: Page): Promise<Readonly<Record<string, string>>> {
  const { origin, pathname, searchParams } = new URL(await readRequestUrl(page));
  return { endpoint: origin + pathname, ...Object.fromEntries(searchParams) };
}

/** The line of one parameter in the request URL. */
export function findUrlLine(page: Page, parameter: string): Locator {
  return findRegion(page, "Request URL").getByRole("button", {
    name: new RegExp(`^${parameter}=`),
  });
}
