/**
 * Makes what finds the items of a list by a text that each has for itself, such as an ID. A list is gone through but
 * once: those of a configuration are only ever replaced, never changed.
 */
export function createIndex<T>(
  keyOf: (item: T) => string,
): (items: readonly T[]) => ReadonlyMap<string, T> {
  const indexes = new WeakMap<readonly T[], ReadonlyMap<string, T>>();
  return (items) => {
    const index = indexes.get(items) ?? new Map(items.map((item) => [keyOf(item), item]));
    indexes.set(items, index);
    return index;
  };
}
