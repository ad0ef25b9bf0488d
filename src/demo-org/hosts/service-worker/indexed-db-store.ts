import { createStore, del, get, set } from "idb-keyval";
import type { Store } from "../../store.ts";

/** Outlives the worker, which the browser stops when it is idle. */
export function createIndexedDbStore(name: string): Store {
  const database = createStore(name, "entries");
  return {
    get: (key) => get<unknown>(key, database),
    set: (key, value) => set(key, value, database),
    delete: (key) => del(key, database),
  };
}
