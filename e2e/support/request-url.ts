import type { Page } from "playwright/test";
import { findRegion } from "./regions.ts";

/** The full URL of the request as the page shows it. */
export async function readRequestUrl(page: Page): Promise<string> {
  const region = findRegion(page, "Request URL");
  return /https?:\S+/.exec((await region.textContent()) ?? "")?.[0] ?? "";
}

/** The request URL as its endpoint and its decoded parameters. */
export async function readRequest(page: Page): Promise<Readonly<Record<string, string>>> {
  const { origin, pathname, searchParams } = new URL(await readRequestUrl(page));
  return { endpoint: origin + pathname, ...Object.fromEntries(searchParams) };
}
