import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isBuilt } from "./is-built.ts";

const files = [
  "index.html",
  "package-lock.json",
  "public/icon.svg",
  "src/app/a.ts",
  "vite.config.ts",
];
const folders = ["public", "src", "src/app"];
const earlier = new Date("2026-01-01");
const later = new Date("2026-01-02");

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "is-built-"));
  for (const folder of ["dist", ...folders]) await mkdir(join(root, folder), { recursive: true });
  for (const file of files) await writeFile(join(root, file), "");
  for (const path of [...files, ...folders]) await utimes(join(root, path), earlier, earlier);
});
afterEach(() => rm(root, { recursive: true }));

async function build() {
  const built = new Date("2026-01-01T12:00");
  await writeFile(join(root, "dist/index.html"), "");
  await utimes(join(root, "dist/index.html"), built, built);
}

describe(isBuilt, () => {
  test("is true if nothing changed after the build", async () => {
    await build();
    expect(isBuilt(root)).toBe(true);
  });

  test("is false if there is no build", () => {
    expect(isBuilt(root)).toBe(false);
  });

  test.each([...files, ...folders])("is false if %s changed after the build", async (path) => {
    await build();
    await utimes(join(root, path), later, later);
    expect(isBuilt(root)).toBe(false);
  });
});
