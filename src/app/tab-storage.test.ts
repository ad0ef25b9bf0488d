import { describe, expect, test } from "vitest";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage, openDisabledStorage } from "./test-storage.ts";

/** Makes every write fail. */
function fill(storage: Storage): Storage {
  storage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  return storage;
}

describe(createTabStorage, () => {
  test("loads a saved value again", () => {
    const session = createTestStorage();
    expect(createTabStorage(() => session).save("runs", [1])).toBe("saved");
    expect(createTabStorage(() => session).load("runs")).toEqual([1]);
  });

  test("keeps a value that the storage has no room for until a reload, and says so", () => {
    const session = createTestStorage(10);
    const storage = createTabStorage(() => session);
    storage.save("runs", [1]);
    expect(storage.save("runs", ["much too long"])).toBe("full");
    expect(storage.load("runs")).toEqual(["much too long"]);
    expect(createTabStorage(() => session).load("runs")).toBeNull();
  });

  test("loads what was saved before the storage was full", () => {
    const session = createTestStorage(10);
    createTabStorage(() => session).save("runs", [1]);
    const storage = createTabStorage(() => fill(session));
    expect(storage.save("more", 1)).toBe("full");
    expect(storage.load("runs")).toEqual([1]);
  });

  test("works without storage, and says so", () => {
    const storage = createTabStorage(openDisabledStorage);
    expect(storage.survivesNavigation).toBe(false);
    expect(storage.save("runs", [1])).toBe("disabled");
    expect(storage.load("runs")).toEqual([1]);
  });

  test("loads nothing from a value that is not JSON", () => {
    const session = createTestStorage();
    session.setItem("groups-explorer:runs", "{");
    expect(createTabStorage(() => session).load("runs")).toBeNull();
  });
});
