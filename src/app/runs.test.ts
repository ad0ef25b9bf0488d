import { describe, expect, test } from "vitest";
import { type Run, readRuns, writeRuns } from "./runs.ts";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

const run = (id: string, length: number): Run => ({
  id,
  receivedAtSeconds: 0,
  fragment: "x".repeat(length),
  isRepeat: false,
});

describe(writeRuns, () => {
  test.each([
    [
      "drops the oldest where not all fit",
      [run("3", 400), run("2", 400), run("1", 400)],
      ["3", "2"],
      "kept",
    ],
    [
      "keeps the others where the newest does not fit",
      [run("2", 2000), run("1", 400)],
      ["1"],
      "full",
    ],
  ])("%s", (_case, runs, ids, kept) => {
    const storage = createTestStorage(1_100);
    expect(
      writeRuns(
        createTabStorage(() => storage),
        runs,
      ),
    ).toBe(kept);
    const reloaded = readRuns(createTabStorage(() => storage));
    expect(reloaded.map(({ id }) => id)).toEqual(ids);
  });
});
