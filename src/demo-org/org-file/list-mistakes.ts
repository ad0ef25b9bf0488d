import { findReservedName } from "../claims/reserved-claim-names.ts";
import type { Claim } from "../model/claim.ts";

/** A place in a file, and what stands there. */
type Entry = readonly [place: string, value: string];

/** The values of a list, each with its place. */
export function listEntries(place: string, values: readonly string[]): readonly Entry[] {
  return values.map((value, index) => [`${place}.${index}`, value]);
}

/** Those that name nothing. @param what It ought to be, in a word. */
export function listUnknown(
  entries: readonly Entry[],
  known: readonly string[],
  what: string,
): readonly string[] {
  const all = new Set(known);
  return entries
    .filter(([, value]) => !all.has(value))
    .map(([place, value]) => `${place}: There is no ${what} "${value}"`);
}

/** Those that stand there twice. @param field Where in each item the value stands; empty where the item is the value. */
export function listRepeated<T>(
  place: string,
  field: string,
  items: readonly T[],
  read: (item: T) => string,
): readonly string[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const value = read(item);
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const at = [place, index, field].filter((part) => part !== "").join(".");
    return [`${at}: "${value}" stands here a second time`];
  });
}

/** The name of a claim at a place, where tokens take it for themselves. */
export function listReserved(
  place: string,
  name: string,
  claimType: Claim["claimType"],
): readonly string[] {
  const reason = findReservedName(name, claimType);
  return reason === undefined ? [] : [`${place}.name: ${reason}`];
}
