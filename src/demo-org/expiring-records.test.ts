import { describe, expect, test } from "vitest";
import { createExpiringRecords } from "./expiring-records.ts";
import { createMemoryStore, type Store } from "./store.ts";

function createOpenStore(): { store: Store; keys: Set<string> } {
  const inner = createMemoryStore();
  const keys = new Set<string>();
  const store: Store = {
    get: inner.get,
    set: async (key, value) => {
      keys.add(key);
      await inner.set(key, value);
    },
    delete: async (key) => {
      keys.delete(key);
      await inner.delete(key);
    },
  };
  return { store, keys };
}

describe(createExpiringRecords, () => {
  test("returns a value until it expires", async () => {
    let now = 0;
    const records = createExpiringRecords(createMemoryStore(), "sessions", () => now);
    await records.set("one", "value", 10);
    now = 9;
    expect(await records.get("one")).toBe("value");
    now = 10;
    expect(await records.get("one")).toBeUndefined();
  });

  test("deletes expired values from the store, also after a restart", async () => {
    let now = 0;
    const { store, keys } = createOpenStore();
    await createExpiringRecords(store, "sessions", () => now).set("old", "value", 10);
    now = 10;
    await createExpiringRecords(store, "sessions", () => now).set("new", "value", 20);
    expect([...keys].sort()).toEqual(["sessions", "sessions new"]);
  });

  test("deletes the oldest values beyond the capacity", async () => {
    const { store, keys } = createOpenStore();
    const records = createExpiringRecords(store, "sessions", () => 0, 2);
    for (const id of ["a", "b", "a", "c"]) await records.set(id, id, 10);
    expect([...keys].sort()).toEqual(["sessions", "sessions a", "sessions c"]);
  });

  test("stores all values that are set at the same time", async () => {
    const { store, keys } = createOpenStore();
    const records = createExpiringRecords(store, "sessions", () => 0);
    await Promise.all(["a", "b", "c"].map((id) => records.set(id, id, 10)));
    await records.delete("b");
    expect([...keys].sort()).toEqual(["sessions", "sessions a", "sessions c"]);
  });

  test("runs exchanges of the same value one at a time", async () => {
    const records = createExpiringRecords(createMemoryStore(), "codes", () => 0);
    await records.set("count", 0, 10);
    const add = (value: unknown) => {
      const sum = Number(value) + 1;
      return { replacement: { value: sum, expiresAt: 10 }, result: sum };
    };
    const sums = await Promise.all([1, 2, 3].map(() => records.exchange("count", add)));
    expect(sums).toEqual([1, 2, 3]);
    expect(await records.exchange("none", (value) => ({ result: value }))).toBeUndefined();
    expect(await records.get("none")).toBeUndefined();
  });

  test("works again after the store has failed once", async () => {
    const inner = createMemoryStore();
    let isFull = true;
    const set: Store["set"] = async (key, value) => {
      if (isFull) throw new Error("full");
      await inner.set(key, value);
    };
    const records = createExpiringRecords({ ...inner, set }, "sessions", () => 0);
    await expect(records.set("one", 1, 10)).rejects.toThrow("full");
    isFull = false;
    await records.set("one", 1, 10);
    expect(await records.get("one")).toBe(1);
  });
});
