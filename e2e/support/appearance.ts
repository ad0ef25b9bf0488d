import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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
    const axe = new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      // Otherwise axe opens another page for frames of other origins. There are none.
      .setLegacyMode();
    const chosen =
      colorScheme === "light" ? axe.withTags(standards) : axe.withRules("color-contrast");
    const { violations } = await chosen.analyze();
    for (const { id, nodes } of violations)
      for (const { html } of nodes) found.push(`${colorScheme}: ${id}: ${html}`);
  }
  return found;
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
