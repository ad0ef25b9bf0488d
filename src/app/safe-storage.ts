/** Browser storage that never throws. Where the browser disables it, or it is full, values are not kept. */
export type SafeStorage = {
  readonly load: (key: string) => string | undefined;
  readonly save: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
};

/** @param open Returns `localStorage` or `sessionStorage`, whose getters throw where they are disabled. */
export function createSafeStorage(open: () => Storage): SafeStorage {
  function attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  }
  return {
    load: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
    save: (key, value) => attempt((storage) => storage.setItem(key, value)),
    remove: (key) => attempt((storage) => storage.removeItem(key)),
  };
}
