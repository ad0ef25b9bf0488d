import type { Browser, BrowserContext } from "playwright";
import { type Landing, openContext } from "./prepare-landing.ts";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

declare global {
  interface Window {
    readonly reportGroupsVisible: (timeMs: string) => void;
  }
}

/** Milliseconds: cold in a browser that was never there, warm in one that has the page's files in its cache. */
export type LandingTimes = { readonly coldMs: number; readonly warmMs: number };

/**
 * Measures the time from the start of the navigation, with the response in the fragment, until the first frame that
 * shows groups in the claims table. The tab comes from another site, as after a sign-in at Okta: from a page of the same
 * site, a browser may keep the process, which is then no longer cold.
 */
export async function timeLanding(
  browser: Browser,
  landing: Landing,
  cpuSlowdown: number,
): Promise<LandingTimes> {
  const context = await openContext(browser, landing.request);
  const coldMs = await land(context, landing, cpuSlowdown);
  // The second response is shown with the files that the first one has cached, including the demo org's worker.
  await land(context, landing, cpuSlowdown);
  const warmMs = await land(context, landing, cpuSlowdown);
  await context.close();
  return { coldMs, warmMs };
}

async function land(
  context: BrowserContext,
  { url, request }: Landing,
  cpuSlowdown: number,
): Promise<number> {
  const page = await context.newPage();
  const otherSite = new URL("/health", request.url);
  otherSite.hostname = "127.0.0.1";
  await page.goto(otherSite.href);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  // The page reports the time itself, because polling would slow it down.
  await devtools.send("Runtime.addBinding", { name: "reportGroupsVisible" });
  const visible = new Promise<number>((resolve) => {
    devtools.on("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload)));
  });
  await devtools.send("Runtime.enable");
  await page.addInitScript(() => {
    const group = "[data-groups-claim] :is(li, [role=listitem])";
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(group) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => window.reportGroupsVisible(String(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  const timeMs = await visible;
  // Wait for the lazy parts and the worker: only then is the next measurement a warm one.
  await waitUntilQuiet(page);
  await page.close();
  return timeMs;
}
