/**
 * Browser storage that never throws. If the storage is disabled or full, values are not kept.
 *
 * @param open Returns `localStorage` or `sessionStorage`, whose getters throw if storage is disabled.
 */
export function createSafeStorage(open: () => Storage) {
  function attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  }
  return {
    load: (key: string) => attempt((storage) => storage.getItem(key)) ?? undefined,
    save: (key: string, value: string): void => attempt((storage) => storage.setItem(key, value)),
    remove: (key: string): void => attempt((storage) => storage.removeItem(key)),
  };
}
