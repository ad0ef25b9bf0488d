import type { Page } from "playwright";

const quietMs = 1000;

/** Waits until the page has sent no request for a second. Unlike "networkidle", does not wait for unread responses. */
export async function waitUntilQuiet(page: Page): Promise<void> {
  let lastRequestAt = performance.now();
  const onRequest = () => {
    lastRequestAt = performance.now();
  };
  page.on("request", onRequest);
  while (performance.now() - lastRequestAt < quietMs) await page.waitForTimeout(quietMs / 4);
  page.off("request", onRequest);
}
