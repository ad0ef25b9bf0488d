import type { Locator } from "playwright/test";
import { findTable } from "./regions.ts";

/** The row of one claim in a region's Claims table. */
export function findClaim(region: Locator, name: string): Locator {
  return findTable(region, "Claims")
    .getByRole("row")
    .filter({ has: region.page().getByRole("rowheader", { name, exact: true }) });
}

/** The groups of one claim in a region, one element each. */
export function findGroups(region: Locator, claim: string): Locator {
  return findClaim(region, claim).getByRole("list", { name: "Groups" }).getByRole("listitem");
}

/** A claims set as the page's JSON view shows it: names and values in the order in which they were sent. */
export async function readClaims(region: Locator): Promise<readonly [string, unknown][]> {
  const { payload } = await readJson(region);
  return Object.entries(payload);
}

/** The header of a token, in the order in which it was sent. */
export async function readHeader(region: Locator): Promise<readonly [string, unknown][]> {
  const { header } = await readJson(region);
  return Object.entries(header);
}

type Json = Readonly<Record<string, unknown>>;

/** Reads the JSON view of a region, and goes back to the table. */
async function readJson(region: Locator): Promise<{ header: Json; payload: Json }> {
  const view = (name: string) => region.getByRole("radio", { name, exact: true });
  await view("JSON").check();
  const texts = await region.locator("pre").allTextContents();
  await view("Table").check();
  const [payload = {}, header = {}] = texts.map((text): Json => JSON.parse(text)).reverse();
  return { header, payload };
}
