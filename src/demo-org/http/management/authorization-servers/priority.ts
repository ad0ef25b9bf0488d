type Prioritized = { readonly id: string; readonly priority: number };

/** Keeps a list sorted by priority. The first item has priority 1. */
export const byPriority = {
  sort,

  /** Inserts or moves an item to the position of its priority, and renumbers all items. */
  insert<T extends Prioritized>(items: readonly T[], item: T): T[] {
    const others = sort(items).filter(({ id }) => id !== item.id);
    others.splice(item.priority - 1, 0, item);
    return renumber(others);
  },

  remove<T extends Prioritized>(items: readonly T[], id: string): T[] {
    return renumber(sort(items).filter((it) => it.id !== id));
  },
};

function sort<T extends Prioritized>(items: readonly T[]): T[] {
  return [...items].sort((one, other) => one.priority - other.priority);
}

function renumber<T extends Prioritized>(items: readonly T[]): T[] {
  return items.map((item, index) => ({ ...item, priority: index + 1 }));
}
