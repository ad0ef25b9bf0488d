import type { Page } from "playwright/test";

/**
 * Reads the layout shifts since the page was opened, except those after a user's input.
 *
 * @returns The score of each shift. A sum of 0.1 or more disturbs users.
 * @see Layout Instability §2
 */
export function readLayoutShifts(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const shifts: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ("value" in entry) shifts.push(Number(entry.value));
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(shifts)));
      }),
  );
}
