import type { Browser } from "playwright";

/**
 * Measures a whole sign-in at the demo org in its worker: from the click on `Send request`, over the sign-in page and
 * one click there, until the groups are shown.
 *
 * @returns Milliseconds. The click on the sign-in page happens as soon as its button is there.
 */
export async function timeSignIn(browser: Browser, pageUrl: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pageUrl);
  const send = page.getByRole("button", { name: "Send request" });
  await send.click({ trial: true });
  const start = performance.now();
  await send.click();
  await page.getByRole("button", { name: "it.user@example.com" }).click();
  await page.getByRole("table", { name: "Claims" }).getByRole("list", { name: "Groups" }).waitFor();
  const timeMs = performance.now() - start;
  await context.close();
  return timeMs;
}
