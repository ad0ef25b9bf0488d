import { createPortal } from "react-dom";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { findToastStack, Toast } from "./Toast.tsx";

test.each([1280, 320])("toasts don't cover each other at %i px", async (width) => {
  await page.viewport(width, 640);
  const names = ["The demo org is set up as it was before.", "A new version is ready."];
  const screen = await render(
    createPortal(
      names.map((name) => (
        <Toast key={name} aria-label={name}>
          <p>{name}</p>
        </Toast>
      )),
      findToastStack(),
    ),
  );
  const [first, second] = names.map((name) =>
    screen.getByRole("region", { name }).element().getBoundingClientRect(),
  );
  expect(first?.bottom).toBeLessThan(second?.top ?? 0);
  expect(second?.bottom).toBeLessThan(640);
  expect(second?.right).toBeLessThan(width);
});

test.each([390, 768, 1280])("at %i px a toast leaves the page's end in sight", async (width) => {
  await page.viewport(width, 640);
  const screen = await render(
    <>
      <p style={{ paddingBlockStart: "2000px", textAlign: "end" }}>The last line</p>
      {createPortal(<Toast aria-label="News">A message</Toast>, findToastStack())}
    </>,
  );
  // Put the toasts after the root, as on the page.
  document.body.append(findToastStack());
  const toast = screen.getByRole("region", { name: "News" });
  await expect.element(toast).toBeInViewport({ ratio: 1 });
  scrollTo(0, document.documentElement.scrollHeight);
  const line = screen.getByText("The last line").element().getBoundingClientRect();
  expect(line.bottom).toBeLessThanOrEqual(toast.element().getBoundingClientRect().top);
});

test("on a short page a toast is at the window's lower edge", async () => {
  await page.viewport(1280, 640);
  const screen = await render(
    <>
      <p>The only line</p>
      {createPortal(<Toast aria-label="News">A message</Toast>, findToastStack())}
    </>,
  );
  document.body.append(findToastStack());
  const toast = screen.getByRole("region", { name: "News" }).element().getBoundingClientRect();
  expect(toast.bottom).toBeGreaterThan(600);
  expect(toast.bottom).toBeLessThan(640);
});
