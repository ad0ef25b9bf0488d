import type { Page } from "playwright/test";
import { findRegion } from "./regions.ts";

/** The request that the page says it will send, letter for letter. */
export async function readRequestUrl(page: Page): Promise<string> {
  const region = findRegion(page, "Request URL");
  return /https?:\S+/.exec((await region.textContent()) ?? "")?.[0] ?? "";
}

/** The same taken apart: where it goes, and each of its parameters, decoded. */
export async function readRequest(page: Page): Promise<Readonly<Record<string, string>>> {
  const { origin, pathname, searchParams } = new URL(await readRequestUrl(page));
  return { endpoint: origin + pathname, ...Object.fromEntries(searchParams) };
}
