import type { Browser, BrowserContext } from "playwright";
import type { LandingSetup } from "./token.ts";

declare global {
  interface Window {
    readonly tellGroupsVisible: (ms: string) => void;
  }
}

type Landing = LandingSetup & {
  /** A page with a trailing slash. */
  readonly pageUrl: string;
  readonly cpuSlowdown: number;
};

/**
 * The time from the start of a navigation, with the token in its fragment, until the first frame that shows
 * groups.
 *
 * @returns Milliseconds: cold is a browser that has never been there, warm one that has its files in the cache.
 */
export async function timeLanding(
  browser: Browser,
  landing: Landing,
): Promise<{ coldMs: number; warmMs: number }> {
  const context = await browser.newContext();
  const coldMs = await land(context, landing);
  await land(context, landing);
  const warmMs = await land(context, landing);
  await context.close();
  return { coldMs, warmMs };
}

async function land(context: BrowserContext, landing: Landing): Promise<number> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: landing.cpuSlowdown });
  // The page tells by itself: to ask it would be work for it, just when its time is taken.
  await devtools.send("Runtime.addBinding", { name: "tellGroupsVisible" });
  const told = new Promise<number>((resolve) => {
    devtools.on("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload)));
  });
  await devtools.send("Runtime.enable");
  await page.addInitScript((request) => {
    sessionStorage.setItem("groups-explorer:requests", JSON.stringify([request]));
    new MutationObserver((_changes, observer) => {
      if (document.querySelector("[data-groups-claim] li") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => window.tellGroupsVisible(String(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  }, landing.request);
  await page.goto(landing.pageUrl + landing.fragment, { waitUntil: "commit" });
  const time = await told;
  // Whatever makes the next landing another one: what is loaded later, and a worker that answers from then on.
  await page.waitForLoadState("networkidle");
  await page.close();
  return time;
}
