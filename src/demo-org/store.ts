/**
 * Storage for everything that must outlive one request: keys, sessions, sign-in transactions, configuration.
 *
 * Values are structured-cloneable (including `CryptoKey`), so that IndexedDB can store them. Reads return `unknown` and
 * must be parsed, because an older release may have written the value.
 */
export type Store = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

/** A store in memory, for the Node host and for tests. */
export function createMemoryStore(): Store {
  const entries = new Map<string, unknown>();
  return {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    delete: async (key) => void entries.delete(key),
  };
}
