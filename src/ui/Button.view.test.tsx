import { describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Button } from "./Button.tsx";

describe(Button, () => {
  test("does not submit the form around it", async () => {
    const submit = vi.fn();
    const click = vi.fn();
    const screen = await render(
      <form action={submit}>
        <Button onClick={click}>Copy URL</Button>
      </form>,
    );

    await screen.getByRole("button", { name: "Copy URL" }).click();

    expect(click).toHaveBeenCalledOnce();
    expect(submit).not.toHaveBeenCalled();
  });

  test("can be pressed with the keyboard", async () => {
    const click = vi.fn();
    await render(<Button onClick={click}>Copy URL</Button>);

    await userEvent.keyboard("{Tab}{Enter}");

    expect(click).toHaveBeenCalledOnce();
  });

  test.each(["primary", "secondary"] as const)("is tall enough to hit when %s", async (look) => {
    const screen = await render(<Button look={look}>Send request</Button>);

    const button = screen.getByRole("button", { name: "Send request" });

    expect(button.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    await expect.element(button).toHaveStyle({ cursor: "pointer" });
  });
});
