import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Button } from "./Button.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";

function Example({ onConfirm }: { onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete</Button>
      {isOpen && (
        <ConfirmDialog
          title="Delete it?"
          confirmLabel="Delete it"
          cancelLabel="Keep it"
          onConfirm={onConfirm}
          onCancel={() => setOpen(false)}
        >
          It can’t be restored.
        </ConfirmDialog>
      )}
    </>
  );
}

const dialog = page.getByRole("dialog", { name: "Delete it?" });
const opener = page.getByRole("button", { name: "Delete" });

describe(ConfirmDialog, () => {
  async function open() {
    const onConfirm = vi.fn();
    await render(<Example onConfirm={onConfirm} />);
    await opener.click();
    await expect.element(dialog).toBeVisible();
    return onConfirm;
  }

  test("says what is lost, and focuses the harmless button", async () => {
    await open();
    await expect.element(dialog).toHaveAccessibleDescription("It can’t be restored.");
    await expect.element(page.getByRole("button", { name: "Keep it" })).toHaveFocus();
  });

  test("has its buttons in the order of a form: the action, then Cancel", async () => {
    await open();
    const names = dialog
      .getByRole("button")
      .elements()
      .map((button) => button.textContent);
    expect(names).toEqual(["Delete it", "Keep it"]);
  });

  test("confirms only with its own button", async () => {
    const onConfirm = await open();
    expect(onConfirm).not.toHaveBeenCalled();
    await page.getByRole("button", { name: "Delete it" }).click();
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  test.each([
    ["Escape", () => userEvent.keyboard("{Escape}")],
    ["the cancel button", () => page.getByRole("button", { name: "Keep it" }).click()],
  ])("closes with %s and returns the focus", async (_how, cancel) => {
    const onConfirm = await open();
    await cancel();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
