/**
 * Where the org keeps what must outlive one request: keys, sessions, sign-in transactions, configuration.
 *
 * Values are structured-cloneable (a `CryptoKey` included), so that IndexedDB can hold them as they are. What comes
 * back is `unknown`: whoever reads parses, for an older release may have written it.
 */
export type Store = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

/** A store that lives as long as the process, for the Node host and for tests. */
export function createMemoryStore(): Store {
  const entries = new Map<string, unknown>();
  return {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    delete: async (key) => void entries.delete(key),
  };
}
