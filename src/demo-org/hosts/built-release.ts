import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { workerFileName } from "./addresses.ts";
import type { Release } from "./release.ts";

/** Files that the page neither loads nor links. */
const leftOut = [workerFileName, "404.html", "screenshot.png", "_headers", "nginx.conf"];

export async function loadRelease(directory: string): Promise<Release> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .filter((name) => !leftOut.includes(name) && !name.endsWith(".map"))
    .sort();

  const version = createHash("sha256");
  const files = [];
  for (const name of names) {
    const hash = createHash("sha256").update(await readFile(join(directory, name)));
    const integrity = `sha256-${hash.digest("base64")}`;
    version.update(`${name} ${integrity}\n`);
    files.push({ path: name === "index.html" ? "" : name, integrity });
  }
  return { version: version.digest("hex").slice(0, 16), files };
}
