import type { Browser } from "playwright";

/**
 * The time of a whole sign-in on the built-in org: from pressing `Send request`, over the sign-in page and one
 * press there, until the groups are on the page.
 *
 * @returns Milliseconds; the press on the sign-in page is made as soon as its button is there.
 */
export async function timeSignIn(browser: Browser, pageUrl: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pageUrl);
  const send = page.getByRole("button", { name: "Send request" });
  await page.locator("button[type=submit]:enabled").waitFor();
  const start = performance.now();
  await send.click();
  await page.getByRole("button", { name: "it.user@example.com" }).click();
  await page.getByRole("list", { name: "Groups" }).waitFor();
  const time = performance.now() - start;
  await context.close();
  return time;
}
