import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong with the page as it is: each rule with the elements that break it. In the dark only contrast is
 * looked at again, for colours are all that changes.
 */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      // Else it opens a page of its own each time, for foreign frames, of which there are none here.
      .setLegacyMode();
    const chosen =
      colorScheme === "light" ? axe.withTags(standards) : axe.withRules("color-contrast");
    const { violations } = await chosen.analyze();
    for (const { id, nodes } of violations)
      for (const { html } of nodes) faults.push(`${colorScheme}: ${id}: ${html}`);
  }
  return faults;
}

/** As wide as the window, so that nobody has to scroll in two directions: WCAG 2.2, 1.4.10 Reflow. */
export async function expectToFit(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  await expect.poll(excess).toBe(0);
}
