import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";
import type { BenchPage } from "./bench-pages.ts";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

/** Bytes after gzip. */
type FirstVisit = { readonly scriptBytes: number; readonly totalBytes: number };

/**
 * Measures the documents, scripts and style sheets that a first visit loads before any interaction. Leaves out the demo
 * org's worker and what that caches for offline use.
 */
export async function measureFirstVisit(
  browser: Browser,
  { open }: BenchPage,
): Promise<FirstVisit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files: Promise<{ type: string; bytes: number }>[] = [];
  page.on("response", (response) => {
    if (response.request().serviceWorker() || response.fromServiceWorker()) return;
    const type = response.request().resourceType();
    if (!["document", "script", "stylesheet"].includes(type)) return;
    files.push(response.body().then((body) => ({ type, bytes: gzipSync(body).length })));
  });
  await open(page);
  await waitUntilQuiet(page);
  const loaded = await Promise.all(files);
  await context.close();
  const sum = (chosen: typeof loaded) => chosen.reduce((total, { bytes }) => total + bytes, 0);
  return {
    scriptBytes: sum(loaded.filter(({ type }) => type === "script")),
    totalBytes: sum(loaded),
  };
}
