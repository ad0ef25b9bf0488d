import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { useArrowKeys } from "./use-arrow-keys.ts";

function Steps({ isActive, onStep }: { isActive: boolean; onStep: (step: -1 | 1) => void }) {
  useArrowKeys(isActive, onStep);
  return (
    <>
      <h1 tabIndex={-1}>Heading</h1>
      <button type="button">Button</button>
      <input aria-label="Field" />
      <input aria-label="Radio" type="radio" />
      <select aria-label="List" />
      <div role="tablist">
        <button type="button" role="tab">
          Tab
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is in the tab order. */}
      <section aria-label="Scrolls" tabIndex={0} />
      <dialog>
        <button type="button">In a dialog</button>
      </dialog>
    </>
  );
}

async function renderSteps(isActive = true) {
  const onStep = vi.fn();
  const screen = await render(<Steps isActive={isActive} onStep={onStep} />);
  return { onStep, screen };
}

const press = (keys: string) => userEvent.keyboard(keys);

describe(useArrowKeys, () => {
  test.each(["heading", "button"] as const)("steps from a %s", async (role) => {
    const { onStep, screen } = await renderSteps();
    screen.getByRole(role).first().element().focus();
    await press("{ArrowLeft}{ArrowRight}");
    expect(onStep.mock.calls).toEqual([[-1], [1]]);
  });

  test.each(["textbox", "radio", "combobox", "tab", "region"] as const)(
    "leaves the keys to a %s",
    async (role) => {
      const { onStep, screen } = await renderSteps();
      screen.getByRole(role).element().focus();
      await press("{ArrowLeft}{ArrowRight}");
      expect(onStep).not.toHaveBeenCalled();
    },
  );

  test("leaves the keys to an open dialog, and to the browser with a modifier", async () => {
    const { onStep, screen } = await renderSteps();
    // Focus the heading, to which the closed dialog returns the focus.
    screen.getByRole("heading").element().focus();
    await press("{Alt>}{ArrowLeft}{/Alt}");
    const dialog = document.querySelector("dialog");
    dialog?.showModal();
    dialog?.blur();
    await press("{ArrowLeft}");
    expect(onStep).not.toHaveBeenCalled();
    dialog?.close();
    await press("{ArrowLeft}");
    expect(onStep.mock.calls).toEqual([[-1]]);
  });

  test("does nothing while it is inactive", async () => {
    const { onStep, screen } = await renderSteps(false);
    screen.getByRole("heading").element().focus();
    await press("{ArrowRight}");
    expect(onStep).not.toHaveBeenCalled();
  });
});
