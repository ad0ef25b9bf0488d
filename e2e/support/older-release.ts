import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * Makes an older release of the built page: it loads one more script, so its page and its worker differ from the built
 * ones, and everything else is the same.
 *
 * @returns The files that differ, by their path.
 */
export async function buildOlderRelease(): Promise<ReadonlyMap<string, string>> {
  const html = await readBuilt("index.html");
  const olderHtml = html.replace(
    "</head>",
    '<script type="module" src="/older.js"></script></head>',
  );
  const worker = await readBuilt("demo-org-worker.js");
  return new Map([
    ["/older.js", ""],
    ["/index.html", olderHtml],
    // The worker caches only a page with this hash. The cache has the version's name.
    [
      "/demo-org-worker.js",
      worker.replace(hash(html), hash(olderHtml)).replace(/(?<="version":")[0-9a-f]{16}/, "older"),
    ],
  ]);
}

function readBuilt(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), "utf8");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
