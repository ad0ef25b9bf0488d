import { createStore, del, get, set } from "idb-keyval";
import type { Store } from "../../store.ts";

/**
 * A store in IndexedDB. It outlives the worker, which the browser stops when it is idle.
 *
 * @param name The database's name: one for each page's address, because an origin can have several.
 */
export function createIndexedDbStore(name: string): Store {
  const database = createStore(name, "entries");
  return {
    get: (key) => get<unknown>(key, database),
    set: (key, value) => set(key, value, database),
    delete: (key) => del(key, database),
  };
}
