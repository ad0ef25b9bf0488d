import { rememberFor } from "../remember.ts";

/**
 * Makes what finds the items of a list by a text that each has for itself, such as an ID. A list is gone through but
 * once.
 */
export function createIndex<T>(
  keyOf: (item: T) => string,
): (items: readonly T[]) => ReadonlyMap<string, T> {
  return rememberFor((items) => new Map(items.map((item) => [keyOf(item), item])));
}
