import { expect, type Locator } from "playwright/test";

/** Waits until a control is enabled, and presses Tab until it has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  await expect(control).toBeEnabled();
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isFocused()); presses++)
    await page.keyboard.press("Tab");
  await expect(control).toBeFocused();
}
