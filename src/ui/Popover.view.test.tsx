import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Popover, PopoverButton } from "./Popover.tsx";

test("a popover stays inside the window, wherever its button is", async () => {
  await page.viewport(1280, 500);
  await render(
    <div style={{ marginBlockStart: "12rem" }}>
      <PopoverButton popoverId="long">Open</PopoverButton>
      <Popover id="long" label="Long">
        <div style={{ blockSize: "100rem" }}>Content</div>
      </Popover>
    </div>,
  );
  const button = page.getByRole("button", { name: "Open" });
  await button.click();
  const { top, bottom } = page.getByRole("dialog").element().getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(button.element().getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(500);
  await page.viewport(1280, 720);
});
