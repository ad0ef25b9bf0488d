import { describe, expect, test } from "vitest";
import { createTabStorage } from "./tab-storage.ts";

/** As much of a browser's storage as the page uses, with room for so many characters. */
function createStorage(room = Number.POSITIVE_INFINITY): Storage {
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

/** Leaves no room for anything, not even for nothing. */
function fill(storage: Storage): Storage {
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return storage;
}

describe(createTabStorage, () => {
  test("keeps a value for whoever opens the same storage again", () => {
    const session = createStorage();
    expect(createTabStorage(() => session).write("runs", [1])).toBe("kept");
    expect(createTabStorage(() => session).read("runs")).toEqual([1]);
  });

  test("keeps a value too large for the storage as long as the page lives, and says so", () => {
    const session = createStorage(10);
    const storage = createTabStorage(() => session);
    storage.write("runs", [1]);
    expect(storage.write("runs", ["much too long"])).toBe("full");
    expect(storage.read("runs")).toEqual(["much too long"]);
    expect(createTabStorage(() => session).read("runs")).toBeNull();
  });

  test("reads what was kept before the storage was full", () => {
    const session = createStorage(10);
    createTabStorage(() => session).write("runs", [1]);
    const storage = createTabStorage(() => fill(session));
    expect(storage.write("more", 1)).toBe("full");
    expect(storage.read("runs")).toEqual([1]);
  });

  test("works where storage is switched off, and says so", () => {
    const storage = createTabStorage(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(storage.survivesNavigation).toBe(false);
    expect(storage.write("runs", [1])).toBe("disabled");
    expect(storage.read("runs")).toEqual([1]);
  });

  test("reads nothing out of what is no JSON", () => {
    const session = createStorage();
    session.setItem("groups-explorer:runs", "{");
    expect(createTabStorage(() => session).read("runs")).toBeNull();
  });
});
