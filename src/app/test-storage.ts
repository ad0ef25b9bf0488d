/** For tests: a browser's storage. @param room Characters per value. @param totalRoom Characters of all values together. */
export function createTestStorage(
  room = Number.POSITIVE_INFINITY,
  totalRoom = Number.POSITIVE_INFINITY,
): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      const others = [...items].filter(([name]) => name !== key).map((it) => it[1].length);
      const total = others.reduce((sum, length) => sum + length, value.length);
      if (value.length > room || total > totalRoom)
        throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
  };
}

/** For tests: throws as the getter of `window.sessionStorage` does if storage is disabled. */
export function openDisabledStorage(): never {
  throw new DOMException("denied", "SecurityError");
}
