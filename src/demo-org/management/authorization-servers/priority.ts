type Prioritized = { readonly id: string; readonly priority: number };

/** The first to be asked first. */
export function sortByPriority<T extends Prioritized>(entries: readonly T[]): T[] {
  return [...entries].sort((one, other) => one.priority - other.priority);
}

/**
 * Puts an entry at a place among the others, those behind it moving down, and numbers all by their places.
 *
 * @param priority The place, from 1; the last where it is undefined or beyond.
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

/** Takes an entry out, so that no number is left out. */
export function takeOut<T extends Prioritized>(entries: readonly T[], id: string): T[] {
  return numberByPlace(sortByPriority(entries).filter((it) => it.id !== id));
}

function numberByPlace<T extends Prioritized>(entries: readonly T[]): T[] {
  return entries.map((entry, index) => ({ ...entry, priority: index + 1 }));
}
