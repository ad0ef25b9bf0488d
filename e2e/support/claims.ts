import type { Locator } from "playwright/test";
import { findTable } from "./regions.ts";

/** The row of one claim in the Claims table of a region. */
export function findClaim(region: Locator, name: string): Locator {
  return findClaims(region).filter({
    has: region.page().getByRole("rowheader", { name, exact: true }),
  });
}

/** The groups of one claim in a region, one element each. */
export function findGroups(region: Locator, claim: string): Locator {
  return findClaim(region, claim).getByRole("list", { name: "Groups" }).getByRole("listitem");
}

/** What a region's Claims table says, in its order: of a claim with groups their names, of any other its JSON. */
export async function readClaims(region: Locator): Promise<readonly [string, unknown][]> {
  await findClaims(region).first().waitFor();
  const rows = await findClaims(region).all();
  return Promise.all(
    rows.map(async (row) => [await row.getByRole("rowheader").innerText(), await readValue(row)]),
  );
}

function findClaims(region: Locator): Locator {
  return findTable(region, "Claims").getByRole("row");
}

async function readValue(row: Locator): Promise<unknown> {
  const groups = row.getByRole("list", { name: "Groups", exact: true });
  if (await groups.isVisible()) return groups.getByRole("listitem").allTextContents();
  return JSON.parse(await row.getByRole("code").first().innerText());
}
