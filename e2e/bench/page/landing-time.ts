import type { Browser, BrowserContext } from "playwright";
import { type Landing, openContext } from "./prepare-landing.ts";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

declare global {
  interface Window {
    readonly reportVisible: (what: string) => void;
  }
}

/** Milliseconds until the groups are visible, and the table with all claims. */
type LandingTime = { readonly groupsMs: number; readonly claimsMs: number };

/** `cold`: in a browser that never loaded the page. `warm`: in a browser that has the page's files in its cache. */
export type LandingTimes = { readonly cold: LandingTime; readonly warm: LandingTime };

/** The conditions of a measurement. `cpuSlowdown`: how many times slower the processor is. */
export type Conditions = {
  readonly cpuSlowdown: number;
  readonly network?: { readonly latencyMs: number; readonly bytesPerSecond: number };
};

/**
 * The preset "Fast 4G" of Chrome's developer tools: 9 Mbit/s and a round trip of 60 ms, which delays each request by 165.
 *
 * @see https://github.com/ChromeDevTools/devtools-frontend/blob/main/front_end/core/sdk/NetworkManager.ts
 */
export const fast4G = { latencyMs: 60 * 2.75, bytesPerSecond: (9_000_000 / 8) * 0.9 };

/**
 * Measures the time from the start of the navigation, with the response in the address, until a frame with groups is
 * drawn. The tab comes from another site, as after a sign-in at Okta. From a page of the same site, the browser may reuse
 * the process, which is then no longer cold.
 */
export async function timeLanding(
  browser: Browser,
  landing: Landing,
  conditions: Conditions,
): Promise<LandingTimes> {
  const context = await openContext(browser, landing.request);
  const cold = await land(context, landing, conditions);
  // Land once without measuring, so that everything is in the cache, including the demo org's worker.
  await land(context, landing, conditions);
  const warm = await land(context, landing, conditions);
  await context.close();
  return { cold, warm };
}

/** Measures only a cold landing: the network settings don't slow down a service worker, and a code can be used only once. */
export async function timeColdLanding(
  browser: Browser,
  landing: Landing,
  conditions: Conditions,
): Promise<LandingTime> {
  const context = await openContext(browser, landing.request);
  const cold = await land(context, landing, conditions);
  await context.close();
  return cold;
}

async function land(
  context: BrowserContext,
  { url, request }: Landing,
  { cpuSlowdown, network }: Conditions,
): Promise<LandingTime> {
  const page = await context.newPage();
  const otherSite = new URL("/health", request.url);
  otherSite.hostname = "127.0.0.1";
  await page.goto(otherSite.href);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  if (network) {
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: network.bytesPerSecond,
      uploadThroughput: network.bytesPerSecond / 6,
    });
  }
  // The page reports the time itself, because polling would slow it down.
  await devtools.send("Runtime.addBinding", { name: "reportVisible" });
  const times = new Map<string, number>();
  const visible = new Promise<void>((resolve) => {
    devtools.on("Runtime.bindingCalled", ({ payload }) => {
      const [what = "", timeMs] = payload.split(" ");
      times.set(what, Number(timeMs));
      if (times.size === 2) resolve();
    });
  });
  await devtools.send("Runtime.enable");
  await page.addInitScript(() => {
    const claims = "[data-groups-claim] :is(li, [role=listitem])";
    // The explorer's verdict lists the groups before its table does.
    const missing = new Map([
      ["claims", claims],
      ["groups", `${claims}, [data-tone=groups] li`],
    ]);
    new MutationObserver((_changes, observer) => {
      for (const [what, selector] of missing) {
        if (document.querySelector(selector) === null) continue;
        missing.delete(what);
        // A timer runs after the frame has been drawn.
        requestAnimationFrame(() =>
          setTimeout(() => window.reportVisible(`${what} ${performance.now()}`)),
        );
      }
      if (missing.size === 0) observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  await visible;
  // Wait for the lazy parts and the worker, so that the next measurement is a warm one.
  await waitUntilQuiet(page);
  await page.close();
  return { groupsMs: times.get("groups") ?? 0, claimsMs: times.get("claims") ?? 0 };
}
