import type { Browser } from "playwright";
import type { BenchPage } from "./bench-pages.ts";

/**
 * Measures a whole sign-in at the demo org: from the click on `Send request`, through one click on the sign-in page, until
 * the groups are shown.
 *
 * @returns Milliseconds. The click on the sign-in page happens as soon as its button is there.
 */
export async function timeSignIn(browser: Browser, { open }: BenchPage): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page);
  const send = page.getByRole("button", { name: "Send request" });
  await send.click({ trial: true });
  const start = performance.now();
  await send.click();
  await page.getByRole("button", { name: "it.user@example.com" }).click();
  await page
    .locator("[data-groups-claim], [data-tone=groups]")
    .getByText("Everyone")
    .first()
    .waitFor();
  const timeMs = performance.now() - start;
  await context.close();
  return timeMs;
}
