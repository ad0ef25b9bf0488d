/** Values by key, in the browser's IndexedDB. Each call rejects where the browser disables it, or has no room. */
export type KeyValueDatabase = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

const databaseName = "groups-explorer";
const storeName = "values";

/** Opened at each call, so that nothing blocks another tab. */
export const browserDatabase: KeyValueDatabase = {
  get: (key) => run("readonly", (store) => store.get(key)),
  set: async (key, value) => void (await run("readwrite", (store) => store.put(value, key))),
  delete: async (key) => void (await run("readwrite", (store) => store.delete(key))),
};

async function run<T>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const pending = request(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(pending.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("Another tab blocks the database"));
  });
}
