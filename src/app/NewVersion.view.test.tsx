import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { NewVersion } from "./NewVersion.tsx";

test("offers to reload the page now or later", async () => {
  const onReload = vi.fn();
  const onLater = vi.fn();
  const screen = await render(<NewVersion onReload={onReload} onLater={onLater} />);
  await expect.element(screen.getByText("A new version is ready.")).toBeVisible();
  await screen.getByRole("button", { name: "Later" }).click();
  expect(onLater).toHaveBeenCalledOnce();
  expect(onReload).not.toHaveBeenCalled();
  await screen.getByRole("button", { name: "Reload" }).click();
  expect(onReload).toHaveBeenCalledOnce();
});
