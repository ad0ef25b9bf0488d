import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

export type LoadedFile = { readonly name: string; readonly gzipBytes: number };

/**
 * Lists what a first visit loads before any interaction, until the demo org is ready. Leaves out the org's
 * worker and what that caches for offline use.
 */
export async function listFirstView(browser: Browser, pageUrl: string): Promise<LoadedFile[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files: Promise<LoadedFile>[] = [];
  page.on("response", (response) => {
    if (response.request().serviceWorker() || response.fromServiceWorker()) return;
    if (!["document", "script", "stylesheet"].includes(response.request().resourceType())) return;
    const name = new URL(response.url()).pathname;
    files.push(response.body().then((body) => ({ name, gzipBytes: gzipSync(body).length })));
  });
  await page.goto(pageUrl);
  await page.getByRole("button", { name: "Send request" }).click({ trial: true });
  await waitUntilQuiet(page);
  const loaded = await Promise.all(files);
  await context.close();
  return loaded;
}
