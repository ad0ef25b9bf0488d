import type { Browser, Locator, Page } from "playwright";
import { type Landing, openContext } from "./prepare-landing.ts";
import { waitUntilQuiet } from "./wait-until-quiet.ts";

declare global {
  interface Window {
    /** Durations of the long tasks so far, in milliseconds. */
    longTasks: number[];
  }
}

type Interaction = {
  readonly name: string;
  readonly target: (page: Page) => Locator;
  /** The text to type after the click. */
  readonly text?: string;
  /** Finds an element that is visible once the interaction has taken effect. */
  readonly effect: (page: Page) => Locator;
};

export type InteractionCost = {
  readonly name: string;
  /** The longest main-thread task, in milliseconds; 0 if none was longer than 50 ms. */
  readonly longestTaskMs: number;
};

/** The wait for an interaction's follow-up work. No event tells that no more long tasks will follow. */
const settleMs = 1500;

const region = (name: string) => (page: Page) => page.getByRole("region", { name, exact: true });
const tab = (name: string) => (page: Page) => page.getByRole("tab", { name });
const idToken = region("ID token");
const view = (name: string) => (page: Page) => idToken(page).getByText(name, { exact: true });
const claims = (page: Page) => idToken(page).getByRole("table", { name: "Claims" });

const showAll: Interaction = {
  name: "show all groups",
  target: (page) => claims(page).getByRole("button", { name: /^Show all/ }),
  effect: (page) => claims(page).getByText("Group 19999 of the organisation"),
};

const openCompare: Interaction = {
  name: "open Compare",
  target: tab("Compare"),
  effect: (page) => page.getByRole("table", { name: "Comparison" }),
};

const openTokens: Interaction = { name: "open Tokens", target: tab("Tokens"), effect: claims };

const interactions: readonly Interaction[] = [
  showAll,
  { name: "view JSON", target: view("JSON"), effect: (page) => idToken(page).getByText('"nonce"') },
  { name: "view raw", target: view("Raw"), effect: (page) => idToken(page).getByText("eyJ") },
  { name: "view table", target: view("Table"), effect: claims },
  {
    // The checks are open, because the signature is not valid.
    name: "fold the checks",
    target: (page) => region("Checks")(page).locator("summary"),
    effect: (page) => region("Checks")(page).locator("details:not([open])"),
  },
  {
    name: "choose the custom server",
    target: (page) =>
      page.getByRole("radiogroup", { name: "Authorization server" }).getByText("Custom"),
    effect: (page) => page.getByRole("textbox", { name: "Authorization server ID" }),
  },
  {
    name: "type a server ID",
    target: (page) => page.getByRole("textbox", { name: "Authorization server ID" }),
    text: "abc",
    effect: (page) => region("Request URL")(page).getByText("abc"),
  },
  openCompare,
  openTokens,
  showAll,
  { ...openCompare, name: "open Compare from a whole list" },
  openTokens,
  showAll,
  {
    name: "choose another run",
    target: (page) => page.getByRole("list", { name: "Runs" }).getByRole("button").first(),
    effect: claims,
  },
];

/** Lands with two responses, then goes through the page's interactions and measures each. */
export async function measureInteractions(
  browser: Browser,
  landings: readonly [Landing, Landing],
): Promise<InteractionCost[]> {
  const context = await openContext(browser, landings[0].request);
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
  });
  for (const { url } of landings) {
    // Leave the page: otherwise the second landing would only change the open page's fragment.
    await page.goto("about:blank");
    await page.goto(url);
    await waitUntilQuiet(page);
  }
  await page.waitForTimeout(settleMs);

  const costs: InteractionCost[] = [];
  for (const { name, target, text = "", effect } of interactions) {
    const { x, y } = await findCenter(target(page));
    await page.evaluate(() => {
      window.longTasks = [];
    });
    // Not with `Locator.click`, which searches 20,000 groups on the page's main thread.
    await page.mouse.click(x, y);
    await page.keyboard.type(text, { delay: 100 });
    await page.waitForTimeout(settleMs);
    const longestTaskMs = await page.evaluate(() => Math.max(0, ...window.longTasks));
    costs.push({ name, longestTaskMs });
    await effect(page)
      .first()
      .waitFor()
      .catch((cause) => {
        throw new Error(`"${name}" had no effect`, { cause });
      });
  }
  await context.close();
  return costs;
}

async function findCenter(target: Locator): Promise<{ x: number; y: number }> {
  const element = target.first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`Not visible: ${target}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
