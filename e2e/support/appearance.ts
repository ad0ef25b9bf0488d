import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Result, RunOnly } from "axe-core";
import { expect, type Page } from "playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The minified file, because every page has to load and compile it. The package's export is twice as large.
const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

declare global {
  interface Window {
    axe?: { run: typeof axe.run };
  }
}

/**
 * Runs axe on the page as it is, in light and in dark mode. Dark mode changes only colours, so only contrast is checked
 * again.
 *
 * @returns Each violated rule with an element that violates it.
 */
export async function findViolations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const runOnly: RunOnly =
      colorScheme === "light"
        ? { type: "tag", values: standards }
        : { type: "rule", values: ["color-contrast"] };
    for (const { id, nodes } of await runAxe(page, runOnly))
      for (const { html } of nodes) found.push(`${colorScheme}: ${id}: ${html}`);
  }
  return found;
}

/**
 * Runs axe on a page that was already checked at another width: only the rules that depend on the layout, in the current
 * theme. On a phone, contrast is checked again, because some elements have other colours there.
 */
export async function findLayoutViolations(page: Page): Promise<readonly string[]> {
  const isPhone = (page.viewportSize()?.width ?? 0) <= 390;
  const values = ["target-size", "scrollable-region-focusable"];
  if (isPhone) values.push("color-contrast");
  const results = await runAxe(page, { type: "rule", values });
  return results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Loads axe into the page once. `@axe-core/playwright` does so for every run, which takes four times as long. */
async function runAxe(page: Page, runOnly: RunOnly): Promise<readonly Result[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    if (!window.axe) throw new Error("axe was not loaded");
    // Don't preload style sheets: all of them are from this origin, and loaded already.
    const options = { runOnly: only, resultTypes: ["violations" as const], preload: false };
    return (await window.axe.run(document, options)).violations;
  }, runOnly);
}

/** Expects no horizontal scrolling: WCAG 2.2, 1.4.10 Reflow. */
export async function expectToFit(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await expect.poll(excess).toBe(0);
}

/** Expects no horizontal scrolling with a user's own text spacing: WCAG 2.2, 1.4.12 Text Spacing. */
export async function expectToFitWithTextSpacing(page: Page): Promise<void> {
  // A style element would violate the Content Security Policy.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`,
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await expectToFit(page);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
}
