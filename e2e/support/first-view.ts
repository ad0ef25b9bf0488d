import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";

/** Bytes after gzip. `total` is the HTML, the JavaScript and the CSS. */
export type FirstViewSize = { readonly jsBytes: number; readonly totalBytes: number };

/**
 * Measures what a built page loads before it shows anything: its HTML, the scripts, modules and style sheets named there,
 * and the scripts' static imports. Other code behind `import()` does not count.
 *
 * @param directory A build with base path `/`.
 * @throws The page names no script or style sheet, or a file is missing.
 */
export function measureFirstView(directory: string): FirstViewSize {
  const html = readFileSync(join(directory, "index.html"), "utf8");
  const styles = findUrls(html, /<link\b[^>]*\srel="stylesheet"[^>]*>/g, /\bhref="([^"]*)"/);
  const modules = findUrls(html, /<link\b[^>]*\sdata-first-view\b[^>]*>/g, /\bhref="([^"]*)"/);
  const scripts = findUrls(html, /<script\b[^>]*\stype="module"[^>]*>/g, /\bsrc="([^"]*)"/);
  if (scripts.length === 0 || styles.length === 0)
    throw new Error("The built page names no script or no style sheet.");

  const sizeOf = (path: string) => gzipSync(readFileSync(join(directory, path))).length;
  const jsBytes = sum([...withStaticImports(directory, [...scripts, ...modules])].map(sizeOf));
  const cssBytes = sum(styles.map(sizeOf));
  return { jsBytes, totalBytes: sizeOf("index.html") + jsBytes + cssBytes };
}

function findUrls(html: string, tag: RegExp, attribute: RegExp): string[] {
  return (html.match(tag) ?? []).flatMap((it) => attribute.exec(it)?.[1] ?? []);
}

function withStaticImports(directory: string, scripts: readonly string[]): Set<string> {
  const found = new Set(scripts);
  // Iterating a set also visits elements that are added during the iteration.
  for (const script of found) {
    const { body } = parseAst(readFileSync(join(directory, script), "utf8"));
    for (const statement of body) {
      if (!("source" in statement) || !statement.source) continue;
      found.add(posix.join(posix.dirname(script), statement.source.value));
    }
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
