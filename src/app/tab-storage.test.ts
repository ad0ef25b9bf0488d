import { describe, expect, test } from "vitest";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage, openSwitchedOffStorage } from "./test-storage.ts";

/** Leaves no room for anything, not even for nothing. */
function fill(storage: Storage): Storage {
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return storage;
}

describe(createTabStorage, () => {
  test("keeps a value for whoever opens the same storage again", () => {
    const session = createTestStorage();
    expect(createTabStorage(() => session).write("runs", [1])).toBe("kept");
    expect(createTabStorage(() => session).read("runs")).toEqual([1]);
  });

  test("keeps a value too large for the storage as long as the page lives, and says so", () => {
    const session = createTestStorage(10);
    const storage = createTabStorage(() => session);
    storage.write("runs", [1]);
    expect(storage.write("runs", ["much too long"])).toBe("full");
    expect(storage.read("runs")).toEqual(["much too long"]);
    expect(createTabStorage(() => session).read("runs")).toBeNull();
  });

  test("reads what was kept before the storage was full", () => {
    const session = createTestStorage(10);
    createTabStorage(() => session).write("runs", [1]);
    const storage = createTabStorage(() => fill(session));
    expect(storage.write("more", 1)).toBe("full");
    expect(storage.read("runs")).toEqual([1]);
  });

  test("works where storage is switched off, and says so", () => {
    const storage = createTabStorage(openSwitchedOffStorage);
    expect(storage.survivesNavigation).toBe(false);
    expect(storage.write("runs", [1])).toBe("disabled");
    expect(storage.read("runs")).toEqual([1]);
  });

  test("reads nothing out of what is no JSON", () => {
    const session = createTestStorage();
    session.setItem("groups-explorer:runs", "{");
    expect(createTabStorage(() => session).read("runs")).toBeNull();
  });
});
