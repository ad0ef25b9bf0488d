/** For tests: a browser's storage, with room for values of so many characters each. */
export function createTestStorage(room = Number.POSITIVE_INFINITY): Storage {
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
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
  };
}

/** For tests: what the getter of `window.sessionStorage` does where storage is disabled. */
export function openDisabledStorage(): never {
  throw new DOMException("denied", "SecurityError");
}
