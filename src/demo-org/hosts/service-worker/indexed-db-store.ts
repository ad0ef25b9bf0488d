import { createStore, del, get, set } from "idb-keyval";
import type { Store } from "../../store.ts";

/**
 * A store that outlives the worker, which the browser stops whenever it idles.
 *
 * @param name The database: one for each place that the page is served from, for an origin may hold several.
 */
export function createIndexedDbStore(name: string): Store {
  const database = createStore(name, "entries");
  return {
    get: (key) => get<unknown>(key, database),
    set: (key, value) => set(key, value, database),
    delete: (key) => del(key, database),
  };
}
