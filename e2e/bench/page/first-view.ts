import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";

export type LoadedFile = { readonly name: string; readonly gzipBytes: number };

/**
 * What a first visit loads until the demo org is ready, without a touch: everything but the org's own worker and
 * the copy that the worker keeps for offline use.
 */
export async function listFirstView(browser: Browser, pageUrl: string): Promise<LoadedFile[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<LoadedFile>[] = [];
  page.on("response", (response) => {
    if (response.request().serviceWorker() || response.fromServiceWorker()) return;
    if (!["document", "script", "stylesheet"].includes(response.request().resourceType())) return;
    const name = new URL(response.url()).pathname;
    bodies.push(response.body().then((body) => ({ name, gzipBytes: gzipSync(body).length })));
  });
  await page.goto(pageUrl);
  await page.locator("button[type=submit]:enabled").waitFor();
  await page.waitForLoadState("networkidle");
  const files = await Promise.all(bodies);
  await context.close();
  return files;
}
