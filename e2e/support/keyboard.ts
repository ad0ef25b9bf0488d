import { expect, type Locator } from "playwright/test";

/** Presses Tab until a control has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60 && !(await isFocused()); presses++)
    await page.keyboard.press("Tab");
  await expect(control).toBeFocused();
}
