import type { Page } from "playwright/test";

/**
 * What has moved on the page since it was opened, without anybody's doing.
 *
 * @returns A score for each move: the part of the window that moved, times how far. From 0.1 on people mind the sum.
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
