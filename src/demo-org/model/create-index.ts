import { memoizeByObject } from "../memoize.ts";

/**
 * Indexes a list by a unique key of its items, such as an ID. The index is built once for each list.
 */
export function createIndex<T>(
  keyOf: (item: T) => string,
): (items: readonly T[]) => ReadonlyMap<string, T> {
  return memoizeByObject((items) => new Map(items.map((item) => [keyOf(item), item])));
}
