import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadRelease } from "./built-release.ts";

describe(loadRelease, () => {
  let directory = "";
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "release-"));
    await mkdir(join(directory, "assets"));
    await writeFile(join(directory, "index.html"), "<!doctype html>");
    await writeFile(join(directory, "assets/a.js"), "");
  });
  afterEach(() => rm(directory, { recursive: true }));

  test("lists the page and each file with its hash", async () => {
    const { files } = await loadRelease(directory);
    expect(files.map(({ path }) => path)).toEqual(["assets/a.js", ""]);
    // The well-known SHA-256 hash of an empty file.
    expect(files[0]?.integrity).toBe("sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  });

  test("leaves out files that the page neither loads nor links", async () => {
    const before = await loadRelease(directory);
    const others = ["demo-org-worker.js", "404.html", "_headers", "nginx.conf"];
    for (const name of [...others, "assets/a.js.map"]) await writeFile(join(directory, name), "");
    expect(await loadRelease(directory)).toEqual(before);
  });

  test("returns another version if any file changes", async () => {
    const before = await loadRelease(directory);
    await writeFile(join(directory, "assets/a.js"), "changed");
    expect((await loadRelease(directory)).version).not.toBe(before.version);
  });
});
