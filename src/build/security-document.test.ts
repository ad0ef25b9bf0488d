import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

test("SECURITY.md names a test for each threat, and each of them is there", async () => {
  const text = await readFile(new URL("SECURITY.md", root), "utf8");
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (?:threat|---)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const tests = [...(row.split(" | ").at(-1) ?? "").matchAll(/`([^`]+)`/g)].map(([, it]) => it);
    expect(tests, row).not.toEqual([]);
    for (const path of tests) {
      expect(path).toMatch(/\.(?:spec|test)\.tsx?$/);
      expect(existsSync(fileURLToPath(new URL(path ?? "", root))), path).toBe(true);
    }
  }
});
