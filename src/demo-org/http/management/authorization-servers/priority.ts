type Prioritized = { readonly id: string; readonly priority: number };

export function sortByPriority<T extends Prioritized>(items: readonly T[]): T[] {
  return [...items].sort((one, other) => one.priority - other.priority);
}

/** Inserts or moves an item to the position of its priority, and renumbers all. */
export function insertByPriority<T extends Prioritized>(items: readonly T[], item: T): T[] {
  const others = sortByPriority(items).filter(({ id }) => id !== item.id);
  others.splice(item.priority - 1, 0, item);
  return numberByPosition(others);
}

export function removeById<T extends Prioritized>(items: readonly T[], id: string): T[] {
  return numberByPosition(sortByPriority(items).filter((it) => it.id !== id));
}

function numberByPosition<T extends Prioritized>(items: readonly T[]): T[] {
  return items.map((item, index) => ({ ...item, priority: index + 1 }));
}
