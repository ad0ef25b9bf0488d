import { describe, expect, test } from "vitest";
import { createTestStorage, openDisabledStorage } from "../test-storage.ts";
import { createProgressStore } from "./progress.ts";

const key = "groups-explorer:lessons";

describe(createProgressStore, () => {
  test("keeps lesson IDs and step numbers, and nothing else", () => {
    const storage = createTestStorage();
    const progress = createProgressStore(() => storage);
    progress.saveStep("userinfo", 2);
    progress.saveDone("userinfo", 2);
    progress.saveDone("userinfo", 1);
    progress.saveDone("userinfo", 2);
    progress.saveStep("fat-and-thin", 1);
    expect(JSON.parse(storage.getItem(key) ?? "")).toEqual({
      version: 1,
      lessons: { userinfo: { at: 2, done: [1, 2] }, "fat-and-thin": { at: 1, done: [] } },
    });
    expect(createProgressStore(() => storage).load()).toMatchObject({ userinfo: { at: 2 } });
  });

  test("is empty after a reset", () => {
    const storage = createTestStorage();
    const progress = createProgressStore(() => storage);
    progress.saveDone("userinfo", 1);
    progress.reset();
    expect(progress.load()).toEqual({});
    expect(storage.length).toBe(0);
  });

  test.each([
    ["no JSON", "{"],
    ["another version", '{"version":2,"lessons":{"userinfo":{"at":1,"done":[]}}}'],
    ["a step that is no number", '{"version":1,"lessons":{"userinfo":{"at":"1","done":[]}}}'],
    ["a step below 1", '{"version":1,"lessons":{"userinfo":{"at":0,"done":[]}}}'],
    ["a list", "[]"],
  ])("ignores a stored value with %s", (_case, text) => {
    const storage = createTestStorage();
    storage.setItem(key, text);
    expect(createProgressStore(() => storage).load()).toEqual({});
  });

  test("is not kept where the browser disables the storage", () => {
    const progress = createProgressStore(openDisabledStorage);
    progress.saveDone("userinfo", 1);
    expect(progress.load()).toEqual({});
    expect(progress.reset).not.toThrow();
  });
});
