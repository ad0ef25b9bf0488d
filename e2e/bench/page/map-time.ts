import type { Browser } from "playwright";

/**
 * Measures how long it takes to fill the whole map from the demo org in its worker, with a user who is signed in.
 *
 * @returns Milliseconds and the number of requests, each of which opens the page anew.
 */
export async function timeMap(
  browser: Browser,
  pageUrl: string,
): Promise<{ timeMs: number; requests: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(pageUrl);
  await page.getByRole("button", { name: /^Map of all/ }).click();
  const fill = page.getByRole("button", { name: /^Fill the map/ });
  await fill.click();
  // The first fill includes the sign-in, so only the second fill is measured.
  await page.getByRole("button", { name: "Sign in and continue" }).click();
  await page.getByRole("button", { name: "it.user@example.com" }).click();
  const done = page.getByRole("button", { name: /^Fill the map again: \d+ requests/ });
  await done.waitFor();
  const requests = Number(/\d+/.exec((await done.textContent()) ?? "")?.[0]);
  let openings = 0;
  const lastOpening = new Promise<void>((resolve) => {
    page.on("domcontentloaded", () => {
      openings++;
      if (openings === requests) resolve();
    });
  });
  const start = performance.now();
  await done.click();
  await lastOpening;
  await done.waitFor();
  const timeMs = performance.now() - start;
  await context.close();
  return { timeMs, requests };
}
