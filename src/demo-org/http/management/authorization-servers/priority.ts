type Prioritized = { readonly id: string; readonly priority: number };

/** 1 is the highest priority. */
export function sortByPriority<T extends Prioritized>(entries: readonly T[]): T[] {
  return [...entries].sort((one, other) => one.priority - other.priority);
}

/**
 * Inserts an entry at a position, moves those behind it down, and renumbers all.
 *
 * @param priority The position, from 1; the last one if undefined or too large.
 */
export function placeAt<T extends Prioritized>(
  entries: readonly T[],
  entry: T,
  priority: number | undefined,
): { readonly entries: T[]; readonly placed: T } {
  const others = sortByPriority(entries).filter(({ id }) => id !== entry.id);
  const place = Math.min(priority ?? Number.POSITIVE_INFINITY, others.length + 1);
  const placed = { ...entry, priority: place };
  others.splice(place - 1, 0, placed);
  return { entries: numberByPlace(others), placed };
}

/** Removes an entry, and renumbers the others. */
export function takeOut<T extends Prioritized>(entries: readonly T[], id: string): T[] {
  return numberByPlace(sortByPriority(entries).filter((it) => it.id !== id));
}

function numberByPlace<T extends Prioritized>(entries: readonly T[]): T[] {
  return entries.map((entry, index) => ({ ...entry, priority: index + 1 }));
}
